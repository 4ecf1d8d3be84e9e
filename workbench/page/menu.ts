// The menus a script builds, as Google Sheets hangs them on its menu bar.
import type { MenuEntry } from "../sheets-host";
import { element } from "./element";
import type { Stage } from "./side";

export function menuBar(stage: Stage, menus: readonly MenuEntry[], run: (name: string) => void): void {
  let n = 0;
  const entries = (list: readonly MenuEntry[], menu: HTMLElement): void => {
    for (const entry of list) {
      if (entry === "separator") menu.append(element("hr"));
      else if ("entries" in entry) {
        menu.append(element("p", { role: "presentation" }, entry.caption));
        entries(entry.entries, menu);
      } else {
        const attributes = { type: "button", role: "menuitem", "data-testid": `menu-item-${n++}` };
        const item = element("button", attributes, entry.caption);
        item.addEventListener("click", () => {
          stage.acted();
          run(entry.run);
        });
        menu.append(item);
      }
    }
  };
  const bar = element("div", { class: "menus" });
  for (const [i, menu] of menus.entries()) {
    if (menu === "separator" || !("entries" in menu)) continue;
    const list = element("div", { role: "menu", "aria-label": menu.caption, hidden: "" });
    entries(menu.entries, list);
    bar.append(dropDown(menu.caption, list, `menu-${i}`));
  }
  stage.bar.replaceChildren(bar);
}

/** A menu button: arrow keys move, Escape and a click elsewhere close. */
function dropDown(caption: string, list: HTMLElement, id: string): HTMLElement {
  const box = element("div", { class: "menu" });
  const button = element(
    "button",
    { type: "button", "aria-haspopup": "menu", "aria-expanded": "false", "data-testid": id },
    caption,
  );
  const items = () => [...list.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const open = (yes: boolean) => {
    list.hidden = !yes;
    button.setAttribute("aria-expanded", String(yes));
    if (yes) items()[0]?.focus();
  };
  button.addEventListener("click", () => open(list.hidden === true));
  list.addEventListener("click", () => {
    open(false);
    button.focus();
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && box.contains(relatedTarget))) open(false);
  });
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !list.hidden) {
      open(false);
      button.focus();
    } else if (step !== undefined) {
      if (list.hidden) open(true);
      else {
        const all = items();
        const at = all.indexOf(document.activeElement as HTMLElement);
        all[(at + step + all.length) % all.length]?.focus();
      }
    } else return;
    event.preventDefault();
    // The grid listens on the whole page for arrow keys.
    event.stopPropagation();
  });
  box.append(button, list);
  return box;
}
