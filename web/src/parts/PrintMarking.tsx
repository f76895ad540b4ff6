import { useQuery } from "@tanstack/react-query";

import * as ask from "../api/queries";

/** The handling marking at the head and foot of every printed sheet, with the label of what is made up. */
export function PrintMarking() {
  const about = useQuery(ask.about());
  if (!about.data) return null;
  const quoted = (text: string) => JSON.stringify(text).replaceAll("<", "\\3c ");
  const head = `content: ${quoted(about.data.marking)}; font: 600 9pt sans-serif;`;
  const foot = `content: ${quoted(`${about.data.marking} · page `)} counter(page) " of " counter(pages); font: 600 9pt sans-serif;`;
  return <style>{`@media print { @page { size: A4; margin: 18mm 12mm; @top-center { ${head} } @bottom-center { ${foot} } } }`}</style>;
}
