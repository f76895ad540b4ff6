import { TextInput } from "@mantine/core";
import { useDebouncedValue, useHotkeys } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState, type KeyboardEvent } from "react";

import * as ask from "../api/queries";

interface Item extends ask.Found {
  group: string;
  to: "/offices/$id" | "/billets/$id" | "/people/$id";
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
  const offices = useQuery({ ...ask.find("offices", q), enabled });
  const billets = useQuery({ ...ask.find("billets", q), enabled });
  const people = useQuery({ ...ask.find("people", q), enabled });
  const found: Item[] = enabled
    ? [
        ...(offices.data ?? []).map((one): Item => ({ ...one, group: "Offices", to: "/offices/$id" })),
        ...(people.data ?? []).map((one): Item => ({ ...one, group: "People", to: "/people/$id" })),
        ...(billets.data ?? []).map((one): Item => ({ ...one, group: "Billets", to: "/billets/$id" })),
      ]
    : [];
  const open = text.trim().length >= 2;
  const chosen = Math.min(at, Math.max(found.length - 1, 0));

  const go = (item: Item | undefined) => {
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
        aria-activedescendant={open && found[chosen] ? `find-${found[chosen].id}` : undefined}
        autoComplete="off"
      />
      {open && (
        <div className="finds" id="finds" role="listbox" aria-label="Found">
          {found.map((item, index) => (
            <div key={item.id} role="presentation">
              {found[index - 1]?.group !== item.group && <h3 role="presentation">{item.group}</h3>}
              <a
                id={`find-${item.id}`}
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
