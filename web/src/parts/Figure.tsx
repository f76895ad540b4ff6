import type { ReactNode } from "react";

interface Props {
  name: string;
  note?: ReactNode;
  expanded?: boolean;
  title?: string;
  /** Opens what the figure is made of; without it the figure is only read. */
  onOpen?: () => void;
  children: ReactNode;
}

/** A figure with its name. Where it can be opened it is a button. */
export function Figure({ name, note, expanded, title, onOpen, children }: Props) {
  const inside = (
    <>
      <span className="small quiet">{name}</span>
      <strong>{children}</strong>
      {note}
    </>
  );
  return onOpen ? (
    <button type="button" className="figure" onClick={onOpen} aria-expanded={expanded} title={title}>
      {inside}
    </button>
  ) : (
    <div className="figure" title={title}>
      {inside}
    </div>
  );
}
