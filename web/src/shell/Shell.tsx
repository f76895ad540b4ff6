import { Drawer } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";

import { useLive } from "../api/live";
import * as ask from "../api/queries";
import type { Session } from "../api/types";
import { ProblemNote } from "../parts/ProblemNote";
import { SignIn } from "../pages/SignIn";
import { Icon } from "./icons";
import { Marking } from "./Marking";
import { PLACES } from "./places";
import { Topbar } from "./Topbar";

/** What stands around every page; whoever is not signed in gets the sign-in page at the same address. */
export function Shell() {
  const about = useQuery(ask.about());
  const session = useQuery(ask.session());
  const [menu, setMenu] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  useLive(Boolean(session.data));
  useEffect(() => {
    main.current?.scrollTo(0, 0);
  }, [path]);

  const failed = about.error ?? session.error;
  if (failed && !(about.data && session.data !== undefined)) {
    return (
      <main className="lonely">
        <ProblemNote error={failed} />
      </main>
    );
  }
  if (!about.data || session.data === undefined) return null;
  if (session.data === null) return <SignIn about={about.data} />;

  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <Marking about={about.data} />
      <nav className="rail" aria-label="Pages">
        <div className="mark">Muster</div>
        <Places session={session.data} />
      </nav>
      <main className="main" id="main" tabIndex={-1} ref={main}>
        <Topbar session={session.data} />
        <Outlet />
      </main>
      <button type="button" className="menu-button round" onClick={() => setMenu(true)} aria-label="Pages">
        <Icon name="menu" />
      </button>
      <Drawer opened={menu} onClose={() => setMenu(false)} position="bottom" size="auto" title="Pages" closeButtonProps={{ "aria-label": "Close" }}>
        <nav className="sheet-menu" aria-label="All pages" onClick={() => setMenu(false)}>
          <Places session={session.data} />
        </nav>
      </Drawer>
    </div>
  );
}

function Places({ session }: { session: Session }) {
  return PLACES.filter(({ may }) => may === null || session.may.includes(may)).map(({ to, label, icon }) => (
    <Link key={to} to={to} activeOptions={{ exact: to === "/", includeSearch: false }}>
      <Icon name={icon} />
      {label}
    </Link>
  ));
}
