import type { BilletState } from "../api/types";
import { day } from "./format";

/** Whether a billet is filled, in words. */
export function stateWords(state: BilletState): string {
  switch (state.state) {
    case "filled":
      return "filled";
    case "vacant":
      return `vacant since ${day(state.since)}`;
    case "approved_gap":
      return `approved gap until ${day(state.until)}`;
    case "not_authorised":
      return "not authorised";
  }
}
