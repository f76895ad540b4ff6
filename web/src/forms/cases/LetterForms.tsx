import { TextInput } from "@mantine/core";
import { useState } from "react";

import type { CaseLetterRow, CasePage, LetterFacts } from "../../api/types";
import { answering, ANSWERERS, called, DIRECTIONS, LETTER_KINDS } from "../../pages/cases/letters";
import { HOLDERS } from "../../pages/cases/words";
import type { Choice } from "../../parts/Filters";
import { Act, Day, Pick, Words } from "./execution/Act";

interface Props {
  of: CasePage;
  today: string;
}

/** What is typed of a letter: the day by which an answer is due is empty where none is owed. */
interface Typed extends Omit<LetterFacts, "owed"> {
  reference: string;
  by: LetterFacts["party"];
  due: string;
}

const facts = ({ by, due, ...typed }: Typed): LetterFacts => ({
  ...typed,
  owed: due ? { by: typed.direction === "out" ? typed.party : by, due } : null,
});

function Fields({ typed, set, today }: { typed: Typed; set: (change: Partial<Typed>) => void; today: string }) {
  const answerers = ANSWERERS.filter(([party]) => party !== typed.party);
  return (
    <>
      <Pick label="It" value={typed.direction} of={DIRECTIONS} onChange={(direction) => set({ direction })} />
      <Pick label="What it is" value={typed.kind} of={LETTER_KINDS} onChange={(kind) => set({ kind })} />
      <Pick label={typed.direction === "in" ? "From" : "To"} value={typed.party} of={HOLDERS} onChange={(party) => set(typed.by === party ? { party, by: ANSWERERS.find(([one]) => one !== party)?.[0] ?? "agency" } : { party })} />
      <Day label="Day" value={typed.on} max={today} onChange={(on) => set({ on })} />
      <TextInput label="Subject" description="Name no person" value={typed.subject} required maxLength={200} onChange={(event) => set({ subject: event.currentTarget.value })} />
      <TextInput label="Reference number, if it has one" value={typed.reference} maxLength={200} onChange={(event) => set({ reference: event.currentTarget.value })} />
      <Day label="An answer is due by; empty: none is owed" value={typed.due} optional onChange={(due) => set({ due })} />
      {typed.due && typed.direction === "in" && <Pick label="The answer is owed by" value={typed.by} of={answerers} onChange={(by) => set({ by })} />}
    </>
  );
}

const NONE = "none";

export function RegisterLetter({ of, today }: Props) {
  const [typed, setTyped] = useState<Typed>({ on: today, direction: "in", kind: "letter", party: "purchaser", subject: "", reference: "", by: "agency", due: "" });
  const [answers, setAnswers] = useState(NONE);
  const open = of.letters.filter((row) => row.awaits && row.facts.direction !== typed.direction && row.facts.party === typed.party && row.facts.on <= typed.on);
  const choices: Choice<string> = [[NONE, "No letter registered here"], ...open.map((row) => [String(row.entry), called(row)] as const)];
  const chosen = open.some((row) => String(row.entry) === answers) ? Number(answers) : null;
  return (
    <Act of={of} name="register_letter" label="Register a letter" submit="Register it" body={{ case: of.id, letter: facts(typed), answers: chosen }}>
      <Fields typed={typed} set={(change) => setTyped((now) => ({ ...now, ...change }))} today={today} />
      {open.length > 0 && <Pick label="It answers" value={chosen === null ? NONE : answers} of={choices} onChange={setAnswers} />}
    </Act>
  );
}

export function AnswerLetter({ of, letter }: Props & { letter: CaseLetterRow }) {
  const fitting = answering(letter, of.letters);
  const [answer, setAnswer] = useState(NONE);
  const [reason, setReason] = useState("");
  const choices: Choice<string> = [[NONE, "Nothing: no answer is needed"], ...fitting.map((row) => [String(row.entry), called(row)] as const)];
  const body = { case: of.id, letter: letter.entry, answer: answer === NONE ? { not_needed: { reason } } : { letter: Number(answer) } };
  return (
    <Act of={of} name="answer_letter" label="Answered" about={`letter ${letter.entry + 1}`} small submit="Record it" body={body}>
      <p>{called(letter)}</p>
      <Pick label="It is answered by" value={answer} of={choices} onChange={setAnswer} />
      {answer === NONE && <Words label="Why no answer is needed" value={reason} onChange={setReason} />}
    </Act>
  );
}

const CHANGES = [
  ["facts", "What is said of it"],
  ["unanswered", "It is not answered"],
  ["withdrawn", "It does not belong to this case"],
] as const;

export function CorrectLetter({ of, today, letter }: Props & { letter: CaseLetterRow }) {
  const { owed, ...held } = letter.facts;
  const [typed, setTyped] = useState<Typed>({ ...held, reference: held.reference ?? "", by: owed?.by ?? ANSWERERS.find(([party]) => party !== held.party)?.[0] ?? "agency", due: owed?.due ?? "" });
  const [change, setChange] = useState<(typeof CHANGES)[number][0]>("facts");
  const [reason, setReason] = useState("");
  const choices = CHANGES.filter(([key]) => key !== "unanswered" || letter.answer);
  const body = { case: of.id, letter: letter.entry, change: change === "facts" ? { facts: facts(typed) } : change, reason };
  return (
    <Act of={of} name="correct_letter" label="Correct" about={`letter ${letter.entry + 1}`} small submit="Record the correction" body={body}>
      <Pick label="To be corrected" value={change} of={choices} onChange={setChange} />
      {change === "facts" && <Fields typed={typed} set={(now) => setTyped((before) => ({ ...before, ...now }))} today={today} />}
      <Words label="Reason" value={reason} onChange={setReason} />
    </Act>
  );
}
