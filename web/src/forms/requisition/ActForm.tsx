import type { Requisition, RequisitionAct } from "../../api/types";
import { Accept } from "./Accept";
import { AskAgain, ExtendSuspense, NoFill, RecordStep, TourStep } from "./Headquarters";
import { RequestByName } from "./Nominate";
import { OPEN, Say, SEALED, type Named } from "./Say";
import { Vet } from "./Vet";

interface Props {
  requisition: Requisition;
  act: RequisitionAct;
  today: string;
  /** Everybody the form may be about. */
  people: Named[];
  onClose: () => void;
}

/** What a button says, by the command it gives. A nomination is begun at the candidate, not here. */
export const LABELS: Record<string, string> = {
  declare_no_fill: "No fill until…",
  decline_by_name: "Decline the request by name",
  request_by_name: "Request by name",
  withdraw_nomination: "Withdraw a nomination",
  open_board: "Open the board",
  vet_nominee: "Vet",
  select_nominee: "Select",
  accept_nominee: "Accept",
  decline_nominee: "Decline",
  give_consent: "Consent",
  refuse_consent: "Do not consent",
  record_recruitment_step: "Record a step",
  order_tour: "Record the order",
  record_arrival: "Record the arrival",
  ask_again: "Ask again",
  extend_suspense: "Extend the suspense",
  cancel_requisition: "Cancel",
};

/** The form of one act. */
export function ActForm(props: Props) {
  const { requisition, act, people, onClose } = props;
  const { id, changed } = requisition;
  const same = { version: changed, onClose };
  const why = { label: "Reason", description: SEALED, required: true };
  switch (act.command) {
    case "declare_no_fill":
      return <NoFill {...props} />;
    case "request_by_name":
      return <RequestByName requisition={requisition} onClose={onClose} />;
    case "vet_nominee":
      return <Vet {...props} />;
    case "accept_nominee":
      return <Accept {...props} />;
    case "record_recruitment_step":
      return <RecordStep {...props} />;
    case "order_tour":
    case "record_arrival":
      return <TourStep {...props} />;
    case "ask_again":
      return <AskAgain {...props} />;
    case "extend_suspense":
      return <ExtendSuspense {...props} />;
    case "decline_by_name":
      return <Say {...same} command="decline_by_name" title="Decline the request by name" submit="Decline" say={why} people={people} body={(person, reason) => ({ requisition: id, person, reason })} />;
    case "withdraw_nomination":
      return <Say {...same} command="withdraw_nomination" title="Withdraw a nomination" submit="Withdraw" say={why} people={people} body={(person, reason) => ({ requisition: id, person, reason })} />;
    case "decline_nominee":
      return <Say {...same} command="decline_nominee" title="Decline a nominee" submit="Decline" say={why} people={people} body={(person, reason) => ({ requisition: id, person, reason })} />;
    case "select_nominee":
      return (
        <Say
          {...same}
          command="select_nominee"
          title="Select a nominee"
          submit="Select"
          say={{ ...why, label: "Reason, needed where a vetter found against", required: false }}
          people={people}
          body={(person, reason) => ({ requisition: id, person, reason: reason || null })}
        />
      );
    case "open_board":
      return (
        <Say {...same} command="open_board" title="Open the board" submit="Open the board" body={() => ({ requisition: id })}>
          <p className="quiet">The suspense is over. The board vets those who were nominated; services that did not answer are no longer waited for.</p>
        </Say>
      );
    case "give_consent":
      return (
        <Say {...same} command="give_consent" title="Consent to the reassignment" submit="Consent" people={people} body={(person) => ({ requisition: id, person })}>
          <p className="quiet">
            {requisition.billet.title}, {requisition.office.code}
          </p>
        </Say>
      );
    case "refuse_consent":
      return (
        <Say
          {...same}
          command="refuse_consent"
          title="Do not consent"
          submit="Do not consent"
          say={{ ...why, required: false }}
          people={people}
          body={(person, reason) => ({ requisition: id, person, reason: reason || null })}
        />
      );
    case "cancel_requisition":
      return (
        <Say
          {...same}
          command="cancel_requisition"
          title="Cancel the requisition"
          submit="Cancel the requisition"
          say={{ label: "Reason", description: OPEN, required: true }}
          body={(_, reason) => ({ requisition: id, reason })}
        />
      );
    default:
      return null;
  }
}
