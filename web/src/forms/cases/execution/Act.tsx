import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState, type ReactNode } from "react";

import type { CasePage, Commands } from "../../../api/types";
import type { Choice } from "../../../parts/Filters";
import { useMay } from "../../../parts/useMay";
import { CommandDrawer } from "../../CommandDrawer";
import { useCommand } from "../../useCommand";

interface Props<N extends keyof Commands> {
  of: CasePage;
  name: N;
  label: string;
  /** What the form is about, where its button's label alone does not say it. */
  about?: string | undefined;
  submit: string;
  body: Commands[N];
  /** A button in a row of a table. */
  small?: boolean;
  children: ReactNode;
}

/** A button that opens the form of one command on a case, for whoever may give it. */
export function Act<N extends keyof Commands>({ of, name, label, about, submit, body, small, children }: Props<N>) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  const send = useCommand(name, () => setOpen(false));
  if (!may(name)) return null;
  const title = about ? `${label}: ${about}` : label;
  return (
    <>
      <Button size={small ? "compact-xs" : "xs"} variant={small ? "subtle" : "default"} aria-label={title} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && (
        <CommandDrawer
          title={`${title}, ${of.number}`}
          opened
          onClose={() => setOpen(false)}
          pending={send.isPending}
          error={send.error}
          submit={submit}
          onSubmit={() => send.mutate({ body, version: of.changed })}
        >
          {children}
        </CommandDrawer>
      )}
    </>
  );
}

interface Field {
  label: string;
  value: string;
  onChange: (value: string) => void;
  optional?: boolean;
  description?: string;
}

export function Day({ max, ...field }: Field & { max?: string }) {
  return <Plain {...field} type="date" max={max} />;
}

/** An amount in US dollars; `cents` makes it exact. */
export function Dollars(field: Field) {
  return <Plain {...field} type="number" step="0.01" />;
}

export function Whole(field: Field) {
  return <Plain {...field} type="number" step="1" />;
}

function Plain({ label, value, onChange, optional, ...rest }: Field & { type: string; step?: string; max?: string | undefined }) {
  return <TextInput label={label} value={value} required={!optional} onChange={(event) => onChange(event.currentTarget.value)} {...rest} />;
}

export function Words({ label, value, onChange, optional }: Field) {
  return <Textarea label={label} description="Name no person" value={value} required={!optional} autosize minRows={2} onChange={(event) => onChange(event.currentTarget.value)} />;
}

export function Pick<T extends string>({ label, value, of, onChange }: { label: string; value: T; of: Choice<T>; onChange: (value: T) => void }) {
  const chosen = (key: string) => of.find(([one]) => one === key)?.[0] ?? value;
  return <NativeSelect label={label} value={value} data={of.map(([key, title]) => ({ value: key, label: title }))} onChange={(event) => onChange(chosen(event.currentTarget.value))} />;
}
