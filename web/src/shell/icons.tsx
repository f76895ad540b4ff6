/** Line drawings of the rail, 20 by 20, in the colour of the text. */
const PATHS = {
  picture: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM2.5 10h15M10 2.5c-5.4 4.6-5.4 10.4 0 15M10 2.5c5.4 4.6 5.4 10.4 0 15",
  projection: "M2.5 16.5h15M3.5 12.5 8 8.5l3.5 2.5 5-6",
  outlook: "M2.5 16.5h15M3 6.5l4 3.5M7 10l10-5M7 10l10 4.5M17 5v9.5",
  offices: "M4.5 17.5v-14h7v14M11.5 8.5h4v9M2.5 17.5h15M7 6.5h2M7 9.5h2M7 12.5h2",
  countries: "M4.5 17.5v-15M4.5 3.5c4-2 6 2 11 0v8c-5 2-7-2-11 0",
  posts: "M10 17.5c4-4.4 6-7.2 6-9.5a6 6 0 0 0-12 0c0 2.3 2 5.1 6 9.5ZM10 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z",
  presence: "M2.5 10h11M10 6l4 4-4 4M17.5 3.5v13",
  billets: "M3.5 4.5h13v11h-13zM3.5 8.5h13M8 8.5v7",
  requests: "M4.5 2.5h8l3 3v12h-11zM7.5 8.5h5M7.5 11.5h5M7.5 14.5h3",
  documents: "M3.5 5.5h10v12h-10zM6.5 5.5v-3h10v12h-3M6.5 9.5h4M6.5 12.5h4",
  ledger: "M3.5 3.5h13v13h-13zM3.5 8h13M3.5 12.2h13M11 3.5v13",
  people: "M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 17c0-3.4 2.3-5 5.5-5s5.5 1.6 5.5 5M13 3.8a3 3 0 0 1 0 5.5M15 12.4c2 .7 3 2.2 3 4.6",
  cycles: "M16.5 7.5A7 7 0 0 0 4 6.5M3.5 12.5A7 7 0 0 0 16 13.5M16.8 3.5v4h-4M3.2 16.5v-4h4",
  ballot: "M3 9.5v8h14v-8M1.5 9.5h17M6 9.5v-7h8v7M8 5.5l1.5 1.5 3-3",
  requisitions: "M3 4.5h14v11H3zM3 6l7 5 7-5",
  flow: "M3 5h5l4 5-4 5H3M12 10h5M15 8l2 2-2 2",
  measures: "M3 17h14M5 14V9M9 14V5M13 14v-3M17 14V7",
  notifications: "M4 3h9l3 3v11H4zM7 8h6M7 11h6M7 14h4",
  cases: "M3 6.5h14v10H3zM7.5 6.5v-3h5v3M3 11h14",
  studio: "M3 16.5c3 0 3-9 6-9s3 5 8 5M3 16.5c4 0 5-13 8-13s2 4 6 4M2.5 3.5v13h15",
  journal: "M5 2.5h10.5v15H5zM3 5.5h3M3 10h3M3 14.5h3M8.5 6.5H13M8.5 9.5H13",
  levers: "M5 2.5v15M10 2.5v15M15 2.5v15M3 12.5h4M8 6.5h4M13 10h4",
  contradictions: "M10 3 18 17H2zM10 8v4.5M10 14.6v.4",
  sources: "M4 5c0-1.4 2.7-2.5 6-2.5S16 3.6 16 5v10c0 1.4-2.7 2.5-6 2.5S4 16.4 4 15zM4 5c0 1.4 2.7 2.5 6 2.5S16 6.4 16 5M4 10c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  light: "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M4 16l1.4-1.4M14.6 5.4 16 4",
  dark: "M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5Z",
  play: "M6 4v12l10-6z",
  pause: "M6.5 4v12M13.5 4v12",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" strokeLinecap="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
