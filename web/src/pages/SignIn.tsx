import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { post } from "../api/client";
import type { About, Session } from "../api/types";
import { ProblemNote } from "../parts/ProblemNote";
import { Marking } from "../shell/Marking";
import { SchemeSwitch } from "../shell/Topbar";

/** Sign-in. A demonstration lists one sign-in per role, each a button. */
export function SignIn({ about }: { about: About }) {
  const client = useQueryClient();
  const [signIn, setSignIn] = useState("");
  const [password, setPassword] = useState("");
  const enter = useMutation({
    mutationFn: (given: { sign_in: string; password: string }) => post<Session>("/api/session", given),
    onSuccess: async () => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== "/api/about" && query.queryKey[0] !== "/api/session" });
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
          <TextInput label="Sign-in name" value={signIn} onChange={(e) => setSignIn(e.currentTarget.value)} autoComplete="username" required />
          <PasswordInput
            size="xs"
            label="Password"
            value={password}
            onChange={(e) => setPassword(e.currentTarget.value)}
            autoComplete="current-password"
            required
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
              {about.demo.map((one) => (
                <li key={one.sign_in}>
                  <button type="button" onClick={() => enter.mutate(one)} disabled={enter.isPending}>
                    <strong>{about.roles.find(({ role }) => role === one.role)?.title ?? one.role}</strong>
                    <span className="small">{one.name}</span>
                    <span className="quiet small">{about.roles.find(({ role }) => role === one.role)?.purpose}</span>
                  </button>
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
