import { useEffect } from "react";

/** The name of the page in the window's title. */
export function Title({ children }: { children: string }) {
  useEffect(() => {
    document.title = `${children} · Muster`;
  }, [children]);
  return null;
}
