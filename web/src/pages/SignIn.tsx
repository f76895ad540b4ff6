import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { answered, api } from "../api/client";
import type { About } from "../api/types";
import { ProblemNote } from "../parts/ProblemNote";
import { Marking } from "../shell/Marking";
import { SchemeSwitch } from "../shell/Topbar";

/** Sign-in. A demonstration lists one sign-in per role, each a button. */
export function SignIn({ about }: { about: About }) {
  const client = useQueryClient();
  const [signIn, setSignIn] = useState("");
  const [password, setPassword] = useState("");
  const enter = useMutation({
    mutationFn: (given: { sign_in: string; password: string }) => answered(api.POST("/api/session", { body: given })),
    onSuccess: async () => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== "about" && query.queryKey[0] !== "session" });
      await client.invalidateQueries();
    },
  });
  return (
    <div className="sign-in">
      <Marking about={about} />
      <main className="sign-in-page">
        <div className="sign-in-head">
          <h1>Muster</h1>
          <SchemeSwitch />
        </div>
        <p className="quiet">
          The worldwide picture of a security cooperation workforce: who is where, what each office needs, who should go
          where next, and why.
        </p>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            enter.mutate({ sign_in: signIn, password });
          }}
        >
          <TextInput label="Sign-in name" value={signIn} onChange={(e) => setSignIn(e.currentTarget.value)} autoComplete="username" required withAsterisk={false} />
          <PasswordInput
            size="xs"
            label="Password"
            value={password}
            onChange={(e) => setPassword(e.currentTarget.value)}
            autoComplete="current-password"
            required
            withAsterisk={false}
          />
          <Button type="submit" loading={enter.isPending}>
            Sign in
          </Button>
          {enter.isError && <ProblemNote error={enter.error} />}
        </form>
        {about.demo && about.demo.length > 0 && (
          <section aria-labelledby="demo">
            <h2 id="demo">Demonstration: sign in as</h2>
            <ul className="demo-roles">
              {byRole(about.demo).map(([role, accounts]) => (
                <li key={role}>
                  <span>{role}</span>
                  <span className="quiet small">{about.roles.find(({ title }) => title === role)?.purpose}</span>
                  <span className="demo-accounts">
                    {accounts.map((one) => (
                      <Button
                        key={one.sign_in}
                        variant="default"
                        disabled={enter.isPending}
                        title={one.name}
                        onClick={() => enter.mutate({ sign_in: one.sign_in, password: one.password })}
                      >
                        {one.sign_in}
                      </Button>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="quiet small">Version {about.version}</p>
      </main>
    </div>
  );
}

type DemoSignIn = NonNullable<About["demo"]>[number];

/** The sign-ins of a demonstration by role, in the order given. */
function byRole(all: DemoSignIn[]): [string, DemoSignIn[]][] {
  return [...Map.groupBy(all, (one) => one.role)];
}
