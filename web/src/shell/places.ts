import type { IconName } from "./icons";

/** Where one can go from anywhere, and the question one must be allowed to ask there. */
export const PLACES = [
  { to: "/", label: "Picture", may: "see_totals", icon: "picture" },
  { to: "/projection", label: "Projection", may: "see_totals", icon: "projection" },
  { to: "/outlook", label: "Outlook", may: "see_outlook", icon: "outlook" },
  { to: "/offices", label: "Offices", may: "see_billets", icon: "offices" },
  { to: "/posts", label: "Posts", may: "see_billets", icon: "posts" },
  { to: "/presence", label: "Presence", may: "see_billets", icon: "presence" },
  { to: "/billets", label: "Billets", may: "see_billets", icon: "billets" },
  { to: "/requests", label: "Requests", may: "see_manning", icon: "requests" },
  { to: "/documents", label: "Manning", may: "see_manning", icon: "documents" },
  { to: "/section-515", label: "Sec. 515", may: "see_manning", icon: "ledger" },
  { to: "/people", label: "People", may: "see_people", icon: "people" },
  { to: "/cycles", label: "Cycles", may: null, icon: "cycles" },
  { to: "/waivers", label: "Waivers", may: "see_slates", icon: "requests" },
  { to: "/ballot", label: "Ballot", may: "see_ballots", icon: "ballot" },
  { to: "/requisitions", label: "Fill", may: "see_requisitions", icon: "requisitions" },
  { to: "/cases", label: "Cases", may: "see_cases", icon: "cases" },
  { to: "/flow", label: "Flow", may: "see_cases", icon: "flow" },
  { to: "/studio", label: "Studio", may: "see_cases", icon: "studio" },
  { to: "/measures", label: "Measures", may: "see_cases", icon: "measures" },
  { to: "/notifications", label: "Notified", may: "see_cases", icon: "notifications" },
  { to: "/levers", label: "Levers", may: "see_levers", icon: "levers" },
  { to: "/reconcile", label: "Reconcile", may: "see_contradictions", icon: "contradictions" },
  { to: "/sources", label: "Sources", may: "see_sources", icon: "sources" },
  { to: "/journal", label: "Journal", may: "see_journal", icon: "journal" },
] as const satisfies readonly { to: string; label: string; may: string | null; icon: IconName }[];
