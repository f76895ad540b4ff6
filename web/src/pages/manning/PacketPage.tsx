import { Button, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";

import * as ask from "../../api/queries";
import type { Packet, PacketSection } from "../../api/types";
import { CommandDrawer } from "../../forms/CommandDrawer";
import { useCommand } from "../../forms/useCommand";
import { Answer } from "../../parts/Answer";
import { day } from "../../parts/format";
import { PrintMarking } from "../../parts/PrintMarking";
import { ProblemNote } from "../../parts/ProblemNote";
import { Title } from "../../shell/Title";
import { Blocks } from "./Blocks";

const route = getRouteApi("/requests/$id/packet");

/** The packet of a request, to read, to word and to print. */
export function PacketPage() {
  const { id } = route.useParams();
  const packet = useQuery(ask.packet(id));
  const request = useQuery(ask.changeRequest(id));
  const mayEdit = request.data?.steps.includes("edit") ?? false;
  return (
    <div className="page">
      <PrintMarking />
      <Answer of={packet}>{(data) => <Loaded packet={data} mayEdit={mayEdit} />}</Answer>
    </div>
  );
}

function Loaded({ packet, mayEdit }: { packet: Packet; mayEdit: boolean }) {
  const [worded, setWorded] = useState<PacketSection | null>(null);
  return (
    <>
      <Title>{`Packet ${packet.request}`}</Title>
      <div className="page-head">
        <h1>{packet.title}</h1>
        <span className="quiet">
          {packet.request}, FY{packet.effective}, written {day(packet.on)}
        </span>
        <span className="space" />
        <span className="no-print acts">
          <Link to="/requests/$id" params={{ id: packet.request }}>
            Request
          </Link>
          <a href={`/api/change-requests/${packet.request}/workbook`} download>
            XLSX
          </a>
          <Button variant="default" size="compact-sm" onClick={() => window.print()}>
            Print
          </Button>
        </span>
      </div>
      {packet.sections.map((section) => (
        <Section key={section.section} packet={packet} section={section} onWord={mayEdit && section.section !== "coordination" ? () => setWorded(section) : null} />
      ))}
      {worded && <Word request={packet.request} section={worded} onClose={() => setWorded(null)} />}
    </>
  );
}

function Section({ packet, section, onWord }: { packet: Packet; section: PacketSection; onWord: (() => void) | null }) {
  const revert = useCommand("edit_packet");
  const heading = `section-${section.section}`;
  const edit = section.edit;
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>{section.title}</h2>
        {onWord && (
          <span className="no-print acts">
            <Button variant="subtle" size="compact-xs" onClick={onWord} aria-label={`Word ${section.title}`}>
              Word it
            </Button>
            {edit && (
              <Button variant="subtle" size="compact-xs" loading={revert.isPending} onClick={() => revert.mutate({ body: { request: packet.request, section: section.section, note: null } })} aria-label={`Take the system’s ${section.title}`}>
                Take the system’s words
              </Button>
            )}
          </span>
        )}
      </div>
      {revert.error && <ProblemNote error={revert.error} />}
      {edit ? (
        <>
          <div className="written worded">
            <p>{edit.note}</p>
            <p className="quiet small">
              Worded by {edit.by_name ?? "the installation"} on {day(edit.on)} in the place of the system’s text.
            </p>
          </div>
          <details className="no-print">
            <summary className="small">What the system would write now</summary>
            <Blocks of={section.written} />
          </details>
        </>
      ) : (
        <Blocks of={section.written} />
      )}
    </section>
  );
}

/** The system's paragraphs, as the text to begin from. */
function asText(section: PacketSection): string {
  if (section.edit) return section.edit.note;
  return section.written.flatMap((block) => (block.block === "text" ? [block.text] : [])).join("\n\n");
}

function Word({ request, section, onClose }: { request: string; section: PacketSection; onClose: () => void }) {
  const [note, setNote] = useState(asText(section));
  const edit = useCommand("edit_packet", onClose);
  return (
    <CommandDrawer title={section.title} opened onClose={onClose} pending={edit.isPending} error={edit.error} submit="Put it into the packet" onSubmit={() => edit.mutate({ body: { request, section: section.section, note } })}>
      <Textarea label="Text" description="Names no person; at most 2,000 characters. Tables of the system’s text stay on its side." value={note} onChange={(event) => setNote(event.currentTarget.value)} required autosize minRows={8} maxRows={20} />
    </CommandDrawer>
  );
}
