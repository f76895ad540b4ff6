import { TextInput } from "@mantine/core";
import { useDebouncedValue, useHotkeys } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState, type KeyboardEvent } from "react";

import * as ask from "../api/queries";
import type { BilletRow, OfficeRow, PersonRow } from "../api/types";

interface Found {
  key: string;
  group: string;
  to: "/offices/$id" | "/billets/$id" | "/people/$id";
  id: string;
  name: string;
  beside: string;
}

/** Finds an office, a billet or a person from anywhere; `/` comes here. */
export function Search() {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  useHotkeys([["/", () => input.current?.focus()]]);
  const [q] = useDebouncedValue(text.trim(), 160);
  const enabled = q.length >= 2;
  const offices = useQuery({ ...ask.find<OfficeRow>("offices", q), enabled });
  const billets = useQuery({ ...ask.find<BilletRow>("billets", q), enabled });
  const people = useQuery({ ...ask.find<PersonRow>("people", q), enabled });
  const found: Found[] = !enabled
    ? []
    : [
        ...(offices.data?.items ?? []).map(
          (row): Found => ({ key: row.id, group: "Offices", to: "/offices/$id", id: row.id, name: row.name, beside: row.code }),
        ),
        ...(people.data?.items ?? []).map(
          (row): Found => ({ key: row.id, group: "People", to: "/people/$id", id: row.id, name: row.name, beside: `${row.grade} ${row.number}` }),
        ),
        ...(billets.data?.items ?? []).map(
          (row): Found => ({ key: row.id, group: "Billets", to: "/billets/$id", id: row.id, name: row.title, beside: row.number }),
        ),
      ];
  const open = text.trim().length >= 2;
  const chosen = Math.min(at, Math.max(found.length - 1, 0));

  const go = (item: Found | undefined) => {
    if (!item) return;
    setText("");
    input.current?.blur();
    void navigate({ to: item.to, params: { id: item.id } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setAt(Math.min(chosen + 1, found.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(chosen - 1, 0));
    else if (event.key === "Enter") go(found[chosen]);
    else if (event.key === "Escape") setText("");
    else return;
    event.preventDefault();
  };

  return (
    <div className="search">
      <TextInput
        ref={input}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        placeholder="Find an office, a person, a billet   /"
        role="combobox"
        aria-label="Find an office, a person or a billet"
        aria-expanded={open}
        aria-controls="finds"
        aria-activedescendant={open && found[chosen] ? `find-${found[chosen].key}` : undefined}
        autoComplete="off"
      />
      {open && (
        <div className="finds" id="finds" role="listbox" aria-label="Found">
          {found.map((item, index) => (
            <div key={item.key} role="presentation">
              {found[index - 1]?.group !== item.group && <h3 role="presentation">{item.group}</h3>}
              <a
                id={`find-${item.key}`}
                role="option"
                aria-selected={index === chosen}
                tabIndex={-1}
                href={item.to.replace("$id", item.id)}
                onMouseDown={(event) => {
                  event.preventDefault();
                  go(item);
                }}
              >
                <span>{item.name}</span>
                <span className="quiet small">{item.beside}</span>
              </a>
            </div>
          ))}
          {found.length === 0 && (
            <p className="quiet finds-none" role="option" aria-selected="false">
              {enabled && !offices.isFetching ? "Nothing found" : "Looking…"}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
