// The pane as it ships, drawn in jsdom, and what a person does with it.
import type { Host } from "../../sidebar/host";
import { bundled } from "./bundled";

const { JSDOM } = require("jsdom");

export const { render, options, h, act, Late, mount, HostProblem } = bundled<
  typeof import("preact") &
    typeof import("preact/test-utils") &
    typeof import("../../sidebar/parts/late") &
    typeof import("../../sidebar/app") &
    typeof import("../../sidebar/host")
>(`export { render, options, h } from "preact"; export { act } from "preact/test-utils";
        export { mount } from "./sidebar/app"; export { Late } from "./sidebar/parts/late"; export { HostProblem } from "./sidebar/host";`);

export let root: HTMLElement;
export let window: Window & typeof globalThis;

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Calls without their answer. */
export const asked = { waiting: 0 };

/** Until nothing moves any more: what is changed inside `act` shows when it ends; a check goes on by itself. */
export async function settle(ms = 5): Promise<void> {
  const works = (): boolean => asked.waiting === 0 && root.querySelector(".busy") !== null;
  for (let [last, turns] = ["", 0]; last !== root.innerHTML || (works() && turns < 200); turns++) {
    last = root.innerHTML;
    await act(async () => void (await rest(turns === 0 ? ms : 5)));
  }
}

export function openWindow(): void {
  ({ window } = new JSDOM('<main id="ucj"></main>', { url: "https://contoh.test/" }));
  const { document } = window;
  // What a frame may not do, it says.
  document.execCommand = () => false;
  const { HTMLElement, MutationObserver, location } = window;
  Object.assign(globalThis, { window, document, HTMLElement, MutationObserver, location });
  root = document.querySelector("main") as HTMLElement;
  asked.waiting = 0;
}
export function closeWindow(): void {
  act(() => render(null, root));
}

export const texts = (selector: string): string =>
  [...root.querySelectorAll(selector)].map((one) => one.textContent).join(" ");

export async function press(selector: string): Promise<void> {
  const button = root.querySelector<HTMLElement>(selector);
  if (!button) throw new Error(selector);
  act(() => button.click());
  await settle();
}

/** In the panel that is in view. */
export async function click(label: string): Promise<void> {
  const button = [...root.querySelectorAll<HTMLElement>("button")].find(
    (one) =>
      !one.closest("[hidden]") && (one.textContent === label || one.getAttribute("aria-label") === label),
  );
  if (!button) throw new Error(`no button ${label} in ${root.textContent}`);
  act(() => button.click());
  await settle();
}

export function type(selector: string, value: string): void {
  const input = root.querySelector<HTMLInputElement>(selector);
  if (!input) throw new Error(selector);
  input.value = value;
  act(() => void input.dispatchEvent(new window.Event("input", { bubbles: true })));
}
export const typedIn = (selector: string): string | undefined =>
  root.querySelector<HTMLInputElement>(selector)?.value;

export async function openPanel(host: Host, panel: string): Promise<void> {
  act(() => mount(root, host));
  await settle();
  await press(`#tab-${panel}`);
}
export const problems = (): string => texts(".messages .notice.problem");
