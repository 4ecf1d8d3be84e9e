// Shows a workbook: makes the grid library's model and component, and takes both away again.
import { createGrid, type Library } from "../grid";
import type { Grid } from "../grid-types";
import { type Language, TERMS } from "../words";
import { ask, tell } from "./dialog";

interface Owl {
  readonly App: new (
    root: object,
    options: object,
  ) => {
    addTemplates(xml: string): void;
    mount(place: HTMLElement): Promise<unknown>;
    destroy(): void;
  };
  readonly Component: new () => object;
  readonly xml: (strings: TemplateStringsArray) => string;
}

/** Loaded by the page before its own script, unmodified and apart from it. */
declare const o_spreadsheet: Library & {
  readonly setTranslationMethod: (translate: (text: string) => string, loaded: () => boolean) => void;
};
declare const owl: Owl;

export const library = (): Library => o_spreadsheet;

export interface View {
  readonly grid: Grid;
  remove(): void;
}

/** Before the first view: the grid's menus learn their language once. */
export function speak(language: Language): (text: string) => string {
  const translate = (text: string): string => (language === "id" ? (TERMS[text] ?? text) : text);
  o_spreadsheet.setTranslationMethod(translate, () => true);
  return translate;
}

export async function showWorkbook(
  place: HTMLElement,
  { data, language, templates }: { data: unknown; language: Language; templates: string },
): Promise<View> {
  const { grid, model } = createGrid(o_spreadsheet, {
    locale: language,
    ...(data !== undefined && { data }),
  });
  class Root extends owl.Component {
    static template =
      owl.xml`<div class="sheet"><Spreadsheet model="props.model" notifyUser="props.notifyUser" raiseError="props.raiseError" askConfirmation="props.askConfirmation"/></div>`;
    static components = { Spreadsheet: o_spreadsheet.Spreadsheet };
    static props = ["*"];
    setup(): void {
      o_spreadsheet.stores.useStoreProvider();
    }
  }
  const props = {
    model,
    notifyUser: ({ text }: { text: string }) => tell(String(text), language),
    raiseError: (text: string, then?: () => void) => void tell(String(text), language).then(then),
    askConfirmation: (text: string, yes: () => void, no?: () => void) =>
      void ask(String(text), language).then((agreed) => (agreed ? yes() : no?.())),
  };
  // The library's layout for telephones lacks half of the menus; two spreadsheets side by side are that narrow.
  const app = new owl.App(Root, {
    props,
    env: { isSmall: false },
    translateFn: (text: string) => (language === "id" ? (TERMS[text] ?? text) : text),
  });
  app.addTemplates(templates);
  await app.mount(place);
  await painted();
  return { grid, remove: () => app.destroy() };
}

/** The grid learns its size with its first frame; selecting before that would scroll. Pages in the background draw none. */
function painted(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 200);
  });
}
