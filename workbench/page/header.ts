// The controls above the grid: words, samples, files, pane width, language.
import { SAMPLES } from "../samples";
import { type Language, WORDS } from "../words";
import { ask, tell } from "./dialog";
import { element, part } from "./element";
import { readWorkbook } from "./files";

export type Mode = "excel" | "sheets" | "both";

export interface Controls {
  readonly language: Language;
  mode(next: Mode): void;
  sample(id: string): void;
  inExcel(): boolean;
  isTouched(): boolean;
  open(data: unknown): Promise<void>;
  save(): void;
  setPaneWidth(pixels: number): void;
  changeLanguage(language: Language): void;
}

export function fillWords(language: Language): void {
  document.documentElement.lang = language;
  if (language === "id") return;
  for (const node of document.querySelectorAll<HTMLElement>("[data-en]")) {
    node.textContent = node.dataset.en ?? "";
  }
}

export function wireHeader(controls: Controls): void {
  const { language } = controls;
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name="mode"]')) {
    radio.addEventListener("change", () => controls.mode(radio.value as Mode));
  }

  const samples = part<HTMLSelectElement>("sample");
  for (const { id, name } of SAMPLES) samples.append(element("option", { value: id }, name[language]));
  samples.addEventListener("change", () => {
    if (samples.value) controls.sample(samples.value);
    samples.value = "";
  });

  const mayReplace = async (): Promise<boolean> =>
    !controls.isTouched() || ask(WORDS.replace[language], language);
  const file = part<HTMLInputElement>("file");
  part("open-xlsx").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    try {
      const data = await readWorkbook(chosen, controls.inExcel());
      if (await mayReplace()) await controls.open(data);
    } catch {
      await tell(WORDS.badFile[language], language);
    } finally {
      // Lets the same file be chosen once more.
      file.value = "";
    }
  });
  part("save-xlsx").addEventListener("click", () => controls.save());
  part("start-empty").addEventListener("click", async () => {
    if (await mayReplace()) await controls.open(undefined);
  });

  const width = part<HTMLSelectElement>("pane-width");
  width.addEventListener("change", () => controls.setPaneWidth(Number(width.value)));
  const languages = part<HTMLSelectElement>("language");
  languages.value = language;
  languages.addEventListener("change", () => controls.changeLanguage(languages.value as Language));
}

export function showMode(mode: Mode): void {
  const radio = document.querySelector<HTMLInputElement>(`input[name="mode"][value="${mode}"]`);
  if (radio) radio.checked = true;
}

export function showWidth(pixels: number): void {
  part<HTMLSelectElement>("pane-width").value = String(pixels);
}
