// The line at the bottom: calls nobody emulates, and what the last action cost.
import { type Language, WORDS } from "../words";
import { element, part } from "./element";
import type { Cost, Side } from "./side";

export type Issues = ReturnType<Side["issues"]>;

export function showIssues({ unsupported, ignored, faults }: Issues, language: Language): void {
  const place = part("unsupported");
  const lists = [
    [WORDS.unsupported, unsupported],
    [WORDS.ignored, ignored],
    [WORDS.faults, faults],
  ] as const;
  const told = lists.filter(([, list]) => list.length > 0);
  place.classList.toggle("bad", unsupported.length + faults.length > 0);
  if (told.length === 0) return void place.replaceChildren(WORDS.allSupported[language]);
  const kept = place.querySelector("details")?.open === true;
  const details = element("details");
  details.open = kept;
  details.append(
    element("summary", {}, told.map(([words, list]) => `${words[language]}: ${list.length}`).join(" · ")),
  );
  for (const [words, list] of told) {
    const items = element("ul", { "aria-label": words[language] });
    for (const text of list) items.append(element("li", {}, text));
    details.append(element("strong", {}, words[language]), items);
  }
  place.replaceChildren(details);
}

export function showCost(cost: Cost, host: "excel" | "sheets", language: Language): void {
  const { trips, load } = cost;
  const number = (value: number): string => value.toLocaleString(language === "id" ? "id-ID" : "en-US");
  part("calls").textContent =
    `${WORDS.lastAction[language]}: ` +
    (host === "excel"
      ? `${number(trips)} context.sync, ${number(load)} B`
      : `${number(trips)} ${WORDS.executions[language]}, ${number(load)} ${WORDS.serviceCalls[language]}`);
}
