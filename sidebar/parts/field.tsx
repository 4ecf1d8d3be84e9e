// One field: its name, the control, and below it what it means, read out after the name.
import type { ComponentChildren } from "preact";

/** What the control itself gets. */
export const described = (id: string, isAbout = true) =>
  isAbout ? { id, "aria-describedby": `${id}-about` } : { id };

export function Field(props: {
  id: string;
  name: ComponentChildren;
  about: string | undefined;
  children: ComponentChildren;
}) {
  const { id } = props;
  return (
    <div class="field">
      <label for={id}>{props.name}</label>
      {props.children}
      {props.about !== undefined && <small id={`${id}-about`}>{props.about}</small>}
    </div>
  );
}
