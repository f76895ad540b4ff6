import { SegmentedControl } from "@mantine/core";

interface Props<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  of: { value: T; label: string }[];
}

/** One of a few ways to look at the same thing. */
export function Toggle<T extends string>({ label, value, onChange, of }: Props<T>) {
  return <SegmentedControl aria-label={label} value={value} onChange={(next) => onChange(next as T)} data={of} />;
}
