import { ActionIcon, Menu, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { answered, api } from "../api/client";
import type { Session } from "../api/types";
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
