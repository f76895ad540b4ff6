import { Button, Drawer } from "@mantine/core";
import type { ReactNode } from "react";

import { ProblemNote } from "../parts/ProblemNote";

interface Props {
  title: string;
  opened: boolean;
  onClose: () => void;
  onSubmit: () => void;
  pending: boolean;
  error: Error | null;
  submit: string;
  /** A form that shows more than fields takes more of the page. */
  size?: "sm" | "xl";
  children: ReactNode;
}

/** A form for one command, beside the page it is about. A refusal stands at the form, with what would mend it. */
export function CommandDrawer(props: Props) {
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={props.title} size={props.size ?? "sm"} closeButtonProps={{ "aria-label": "Close" }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        {props.children}
        {props.error && <ProblemNote error={props.error} />}
        <div>
          <Button type="submit" loading={props.pending}>
            {props.submit}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}
