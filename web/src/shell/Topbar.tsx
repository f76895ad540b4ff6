import { ActionIcon, Menu, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { answered, api } from "../api/client";
import * as ask from "../api/queries";
import type { Session } from "../api/types";
import { count } from "../parts/format";
import { Icon } from "./icons";
import { Search } from "./Search";

export function Topbar({ session }: { session: Session }) {
  const client = useQueryClient();
  const leave = useMutation({
    mutationFn: () => answered(api.DELETE("/api/session")),
    onSettled: async () => {
      client.clear();
      await client.invalidateQueries();
      window.location.assign("/");
    },
  });
  return (
    <div className="topbar">
      <Search />
      <span className="space" />
      <Awaiting />
      <SchemeSwitch />
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <UnstyledButton className="who">
            <span>{session.name}</span>
            <span className="quiet small">{session.grants.map((grant) => grant.role_title).join(", ")}</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {session.grants.map((grant) => (
            <Menu.Label key={`${grant.role}${grant.reach}`}>
              {grant.role_title} · {grant.reach}
            </Menu.Label>
          ))}
          <Menu.Item onClick={() => leave.mutate()}>Sign out</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** How much awaits whoever is signed in, from anywhere. */
function Awaiting() {
  const awaiting = useQuery(ask.awaiting());
  const open = awaiting.data?.length ?? 0;
  const late = awaiting.data?.filter((notice) => notice.late).length ?? 0;
  if (open === 0) return null;
  return (
    <Link to="/awaiting" className="awaiting">
      {count(open)} awaiting you{late > 0 ? <span className="short"> {count(late)} late</span> : null}
    </Link>
  );
}

export function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  const other = scheme === "light" ? "dark" : "light";
  return (
    <ActionIcon variant="subtle" color="gray" onClick={() => setColorScheme(other)} aria-label={`Switch to ${other}`}>
      <Icon name={other} size={17} />
    </ActionIcon>
  );
}
