import type { IconName } from "./icons";

/** Where one can go from anywhere. */
export const PLACES = [
  { to: "/", label: "Picture", icon: "picture" },
  { to: "/projection", label: "Projection", icon: "projection" },
  { to: "/offices", label: "Offices", icon: "offices" },
  { to: "/billets", label: "Billets", icon: "billets" },
  { to: "/people", label: "People", icon: "people" },
  { to: "/cycles", label: "Cycles", icon: "cycles" },
  { to: "/levers", label: "Levers", icon: "levers" },
  { to: "/contradictions", label: "Conflicts", icon: "contradictions" },
  { to: "/journal", label: "Journal", icon: "journal" },
] as const satisfies readonly { to: string; label: string; icon: IconName }[];
