/** Which shade a figure has, on the map as in the table. Orange is short, grey even, blue above. */
export type Shade =
  | "land"
  | "short-4"
  | "short-3"
  | "short-2"
  | "short-1"
  | "even"
  | "over-1"
  | "over-2"
  | "over-3";

export interface Step {
  shade: Shade;
  label: string;
}

export type Metric = "fill" | "gap" | "required";

export function fillShade(rate: number | null | undefined): Shade {
  if (rate === null || rate === undefined) return "land";
  if (rate < 0.6) return "short-4";
  if (rate < 0.7) return "short-3";
  if (rate < 0.8) return "short-2";
  if (rate < 0.9) return "short-1";
  return rate < 1 ? "over-1" : "over-2";
}

/** Vacant billets, approved gaps left out. */
export function gapShade(vacant: number): Shade {
  if (vacant <= 0) return "over-1";
  if (vacant === 1) return "short-1";
  if (vacant <= 3) return "short-2";
  return vacant <= 7 ? "short-3" : "short-4";
}

/** Assigned less required. */
export function balanceShade(balance: number | null): Shade {
  if (balance === null) return "land";
  if (balance <= -8) return "short-4";
  if (balance <= -4) return "short-3";
  if (balance <= -2) return "short-2";
  if (balance < 0) return "short-1";
  if (balance === 0) return "even";
  if (balance < 2) return "over-1";
  return balance < 4 ? "over-2" : "over-3";
}

export const LEGEND: Record<Metric, Step[]> = {
  fill: [
    { shade: "short-4", label: "< 60 %" },
    { shade: "short-3", label: "60–69" },
    { shade: "short-2", label: "70–79" },
    { shade: "short-1", label: "80–89" },
    { shade: "over-1", label: "90–99" },
    { shade: "over-2", label: "100 %" },
  ],
  gap: [
    { shade: "over-1", label: "none" },
    { shade: "short-1", label: "1" },
    { shade: "short-2", label: "2–3" },
    { shade: "short-3", label: "4–7" },
    { shade: "short-4", label: "8 or more vacant" },
  ],
  required: [
    { shade: "short-4", label: "8 or more short" },
    { shade: "short-3", label: "4–7" },
    { shade: "short-2", label: "2–3" },
    { shade: "short-1", label: "1" },
    { shade: "even", label: "even" },
    { shade: "over-1", label: "1" },
    { shade: "over-2", label: "2–3" },
    { shade: "over-3", label: "4 or more above" },
  ],
};
