// Messages and questions in the page, as native dialogs.
import { type Language, WORDS } from "../words";
import { element } from "./element";

export async function tell(text: string, language: Language): Promise<void> {
  await open(text, [[WORDS.close[language], "close"]]);
}

export async function ask(text: string, language: Language, yes?: string): Promise<boolean> {
  const buttons: [string, string][] = [
    [WORDS.cancel[language], "no"],
    [yes ?? WORDS.yes[language], "yes"],
  ];
  return (await open(text, buttons)) === "yes";
}

function open(text: string, buttons: readonly [label: string, value: string][]): Promise<string> {
  const form = element("form", { method: "dialog" });
  for (const [label, value] of buttons) {
    form.append(element("button", { value, "data-testid": `dialog-${value}` }, label));
  }
  const dialog = element("dialog", { class: "message", "data-testid": "dialog" });
  dialog.append(element("p", {}, text), form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(dialog.returnValue);
    });
  });
}
