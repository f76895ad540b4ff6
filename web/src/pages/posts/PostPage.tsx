import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Fragment, useState } from "react";

import * as ask from "../../api/queries";
import type { Post } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { Facts } from "../../parts/Facts";
import { count, day, period, words } from "../../parts/format";
import { useMay } from "../../parts/useMay";
import { Title } from "../../shell/Title";
import { EndDeparture } from "./EndDeparture";
import { History } from "./History";
import { OrderDeparture } from "./OrderDeparture";
import { HeldArrivals, PeopleAtPost } from "./People";

const route = getRouteApi("/posts/$id");

/** One post: its status over time, who is there and who is away, and the departure in force. */
export function PostPage() {
  const { id } = route.useParams();
  const post = useQuery(ask.post(id));
  const about = useQuery(ask.about());
  return (
    <div className="page">
      <Answer of={post}>
        {(data) => (
          <>
            <Title>{data.name}</Title>
            <div className="page-head">
              <h1>{data.name}</h1>
              <span className="quiet">{data.country?.name ?? "United States"}</span>
              <span className="space" />
              {data.country && about.data && <Acts post={data} today={about.data.today} />}
            </div>
            <Departure post={data} />
            <PostFacts post={data} />
            <HeldArrivals held={data.held} />
            {data.country && <PeopleAtPost people={data.people} />}
            <History post={data} />
          </>
        )}
      </Answer>
    </div>
  );
}

function Acts({ post, today }: { post: Post; today: string }) {
  const may = useMay();
  const [open, setOpen] = useState<"order" | "end" | "rescind" | null>(null);
  const close = () => setOpen(null);
  const running = post.departures.find((one) => !one.end && !one.rescinded);
  return (
    <>
      {!running && (
        <Button variant={may("order_departure") ? undefined : "default"} onClick={() => setOpen("order")}>
          {may("order_departure") ? "Order a departure" : "See what a departure would do"}
        </Button>
      )}
      {running && may("end_departure") && <Button onClick={() => setOpen("end")}>End the departure</Button>}
      {running && may("rescind_departure") && (
        <Button variant="default" onClick={() => setOpen("rescind")}>
          Undo it as a mistake
        </Button>
      )}
      {open === "order" && <OrderDeparture post={post} today={today} onClose={close} />}
      {running && (open === "end" || open === "rescind") && (
        <EndDeparture post={post} running={running} act={open} today={today} onClose={close} />
      )}
    </>
  );
}

/** The departure in force, with an alarm when its end is near. */
function Departure({ post }: { post: Post }) {
  const { departure } = post;
  if (!departure) return null;
  const left = departure.left >= 0 ? `${count(departure.left)} days left` : `${count(-departure.left)} days more than allowed`;
  return (
    <div className={departure.near ? "problem" : "notice"} role={departure.near ? "alert" : "status"}>
      <strong>Ordered departure since {day(departure.from)}</strong>
      <p>
        Day {count(departure.days)} of {count(departure.limit)}, {left}.{" "}
        {departure.reach === "families" ? "Families left" : "Families and everybody who is not essential left"} for {departure.safe_haven.name}.
      </p>
      {departure.near && <p className="remedy">End it, or have the post suspended, before the days run out.</p>}
    </div>
  );
}

function PostFacts({ post }: { post: Post }) {
  return (
    <Facts
      of={[
        ["Status", <span key="s" className={post.departure ? "short" : undefined}>{words(post.status)}</span>],
        ["Present", count(post.present)],
        ["Away", count(post.away)],
        ["Without a billet", count(post.augmented)],
        ["Assigned of authorised", `${count(post.assigned)} of ${count(post.authorised)}`],
        [
          "Differentials",
          post.differentials
            ? `hardship ${post.differentials.hardship_pct} %, danger ${post.differentials.danger_pct} %, cost of living ${post.differentials.cost_of_living_pct} %`
            : "none on record",
        ],
        [
          "Offices",
          post.offices.slice(0, 12).map((office, index) => (
            <Fragment key={office.id}>
              {index > 0 ? ", " : ""}
              <Link to="/offices/$id" params={{ id: office.id }}>
                {office.code}
              </Link>
            </Fragment>
          )),
        ],
        ["Since", post.history.length > 0 ? period(post.history[post.history.length - 1]?.period ?? { from: "" }) : undefined],
      ]}
    />
  );
}
