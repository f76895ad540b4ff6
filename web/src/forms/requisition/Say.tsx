import { NativeSelect, Textarea } from "@mantine/core";
import { useState, type ReactNode } from "react";

import type { Commands } from "../../api/types";
import { CommandDrawer } from "../CommandDrawer";
import { useCommand } from "../useCommand";

interface WhoProps {
  people: Named[];
  value: string;
  onChange: (id: string) => void;
}

/** A person of the requisition, as far as they are the asker's to name. */
export interface Named {
  id: string;
  name: string;
}

/** Whom a form is about: one name, or a choice. */
export function Who({ people, value, onChange }: WhoProps) {
  const [only, ...more] = people;
  if (only && more.length === 0) return <p className="quiet">{only.name}</p>;
  return (
    <NativeSelect
      label="Person"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={people.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}

interface Props<N extends keyof Commands> {
  command: N;
  version: number;
  title: string;
  submit: string;
  /** What is asked for in words; without it nothing is asked. */
  say?: { label: string; description: string; required: boolean };
  people?: Named[];
  body: (person: string, words: string) => Commands[N];
  children?: ReactNode;
  onClose: () => void;
}

/** A form for a command that names a person of the requisition, a reason, both or neither. */
export function Say<N extends keyof Commands>({ command, version, title, submit, say, people = [], body, children, onClose }: Props<N>) {
  const [person, setPerson] = useState(people[0]?.id ?? "");
  const [words, setWords] = useState("");
  const send = useCommand(command, onClose);
  return (
    <CommandDrawer
      title={title}
      opened
      onClose={onClose}
      pending={send.isPending}
      error={send.error}
      submit={submit}
      onSubmit={() => send.mutate({ body: body(person, words.trim()), version })}
    >
      {people.length > 0 && <Who people={people} value={person} onChange={setPerson} />}
      {children}
      {say && (
        <Textarea
          label={say.label}
          description={say.description}
          required={say.required}
          minRows={3}
          autosize
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
    </CommandDrawer>
  );
}

export const SEALED = "Kept sealed under the person's key";
export const OPEN = "Names no person";
