import { Drawer } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";

import * as ask from "../../api/queries";
import type { ShotPage } from "../../api/types";
import { Answer } from "../../parts/Answer";
import { day } from "../../parts/format";
import { Rules } from "./Rules";

interface Props {
  cycle: string;
  billet: string | undefined;
  onShow: (billet: string | undefined) => void;
}

/** One opening before the member: every rule with what it compared, and the openings most like it. */
export function ShotDrawer({ cycle, billet, onShow }: Props) {
  const shot = useQuery({ ...ask.shot(cycle, billet ?? ""), enabled: billet !== undefined });
  return (
    <Drawer opened={billet !== undefined} onClose={() => onShow(undefined)} title="Do I have a shot?" closeButtonProps={{ "aria-label": "Close" }}>
      <Answer of={shot}>{(data) => <Shot shot={data} onShow={onShow} />}</Answer>
    </Drawer>
  );
}

function Shot({ shot, onShow }: { shot: ShotPage; onShow: (billet: string) => void }) {
  return (
    <div className="why">
      <p>
        <strong>{shot.billet.title}</strong>, {shot.office.code}, {shot.post.name}, {shot.grade}, open from {day(shot.open_from)}.
      </p>
      <p className={shot.eligible ? "good" : "short"}>{shot.chance}</p>
      <p className="small quiet">The count is of everybody whom the rules allow. What anybody ranks is sealed and not in it.</p>
      <h3>Rules, held against you</h3>
      <Rules rules={shot.rules} />
      <h3>Openings like it</h3>
      <ul className="plain">
        {shot.similar.map((row) => (
          <li key={row.billet.id}>
            <button type="button" className="linkish" onClick={() => onShow(row.billet.id)}>
              {row.billet.title}
            </button>{" "}
            <span className="small quiet">
              {row.office.code}, {row.post.name}. {row.chance}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
