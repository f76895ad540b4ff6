import { Button, TextInput } from "@mantine/core";
import { useState } from "react";

import type { OwnBallot } from "../../api/types";
import { useCommand } from "../../forms/useCommand";
import { ProblemNote } from "../../parts/ProblemNote";

/** Bidding together: each of the two declares the other. */
export function Couple({ ballot, open }: { ballot: OwnBallot; open: boolean }) {
  const [number, setNumber] = useState(ballot.partner ?? "");
  const declare = useCommand("declare_couple");
  const send = (partner: string | null) => declare.mutate({ body: { cycle: ballot.cycle, person: ballot.person, partner } });
  return (
    <section aria-labelledby="couple">
      <h2 id="couple">Bidding together</h2>
      <p role="status">
        {ballot.partner_confirmed
          ? `You and ${ballot.partner ?? ""} have declared each other and bid together.`
          : ballot.partner
            ? `You have declared ${ballot.partner}. You bid together once they declare your number, ${ballot.number}.`
            : "Couples bid together once each has declared the other."}
      </p>
      <p className="small quiet">
        Each ranks a list of their own. A stable slate gives the two posts that are the same or within commuting distance, or neither. Only you see whom you declare.
      </p>
      {open && (
        <form
          className="decisions"
          onSubmit={(event) => {
            event.preventDefault();
            send(number.trim());
          }}
        >
          <TextInput aria-label="Your partner's number" placeholder="Your partner's number" value={number} maxLength={60} onChange={(event) => setNumber(event.currentTarget.value)} />
          <Button type="submit" variant="default" disabled={number.trim() === ""} loading={declare.isPending}>
            Declare
          </Button>
          {ballot.partner && (
            <Button variant="default" onClick={() => send(null)}>
              Take back
            </Button>
          )}
        </form>
      )}
      {declare.isError && <ProblemNote error={declare.error} />}
    </section>
  );
}
