// Looks at what the pane shows at every width, theme and language: nothing is cut off, targets are 44 px, borders of
// fields stand out, and axe finds nothing.
import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import { type Bench, PICTURES } from "./open";

export const WIDTHS = [300, 320, 350] as const;
export const THEMES = ["light", "dark", "forced"] as const;
const LANGUAGES = ["Bahasa Indonesia", "English"] as const;

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export async function widen({ page }: Bench, width: number): Promise<void> {
  await page.evaluate((pixels) => {
    document
      .querySelector<HTMLElement>('[data-testid="pane"]')
      ?.parentElement?.style.setProperty("--pane", `${pixels}px`);
  }, width);
}

export const wear = ({ page }: Bench, theme: (typeof THEMES)[number]): Promise<void> =>
  page.emulateMedia({
    colorScheme: theme === "dark" ? "dark" : "light",
    forcedColors: theme === "forced" ? "active" : "none",
    reducedMotion: "reduce",
  });

const speak = (frame: Frame, language: (typeof LANGUAGES)[number]): Promise<void> =>
  frame.evaluate(async (name) => {
    const radio = document.querySelector<HTMLInputElement>(`input[aria-label="${name}"]`);
    if (!radio?.checked) radio?.click();
    // Preact draws before the next frame.
    await new Promise(requestAnimationFrame);
  }, language);

export const shoot = async ({ page }: Bench, name: string): Promise<void> =>
  void (await page.locator('[data-testid="pane"]').screenshot({ path: `${PICTURES}/${name}.png` }));

/** From black 0 to white 1, as WCAG counts it. */
function light(color: string): number {
  const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((one) => {
    const part = Number(one) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** 1 (the same) to 21 (black on white) of two computed colours. */
export function contrast(one: string, other: string): number {
  const [a, b] = [light(one), light(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** What is cut off, too small or too faint in the whole pane. */
export async function misfits(frame: Frame): Promise<string[]> {
  const { faults, borders } = await frame.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const seen = [...document.querySelectorAll<HTMLElement>(".app *")].filter(
      (part) => part.getClientRects().length > 0 && !part.closest(".scroll *, .hidden"),
    );
    const wide = seen.filter((part) => part.getBoundingClientRect().right > edge + 0.5);
    const cut = seen.filter(
      (part) =>
        part.matches(
          "button, p, code, h1, h2, h3, h4, label, li, dd, td, th, caption, summary, legend, small",
        ) &&
        !part.matches(".bar h1") &&
        part.scrollWidth > part.clientWidth + 1 &&
        part.clientWidth > 0,
    );
    const small = seen.filter((part) => {
      if (!part.matches("button, input, select, textarea, summary")) return false;
      // A radio's or a box's target is the label around it.
      const target = part.matches("[type=radio], [type=checkbox]") ? (part.closest("label") ?? part) : part;
      const { width, height } = target.getBoundingClientRect();
      return Math.min(width, height) < 44;
    });
    const behind = (part: Element | null): string => {
      const color = part ? getComputedStyle(part).backgroundColor : "rgb(255, 255, 255)";
      return part && /, 0\)$|^transparent$/.test(color) ? behind(part.parentElement) : color;
    };
    const borders = seen
      .filter((part) =>
        part.matches("input:not([type=radio], [type=checkbox]), select, textarea, .notice, .notice .mark"),
      )
      .map((part) => ({
        html: part.outerHTML.slice(0, 160),
        color: getComputedStyle(part).borderTopColor,
        behind: behind(part.parentElement),
      }));
    const squeezed = seen.filter((part) => {
      if (!part.matches("button") || part.querySelector("code")) return false;
      const longest = Math.max(...(part.textContent ?? "").split(/\s/).map(({ length }) => length));
      // No letter here is narrower on average.
      return longest * 5 > part.clientWidth;
    });
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    const faults = [
      ...(document.documentElement.scrollWidth > edge ? [`scrolls sideways: ${edge}`] : []),
      ...[...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => `id twice: ${id}`),
      ...wide.map(({ outerHTML }) => `wide ${outerHTML.slice(0, 160)}`),
      ...cut.map(({ outerHTML }) => `cut ${outerHTML.slice(0, 160)}`),
      ...squeezed.map(({ outerHTML }) => `squeezed ${outerHTML.slice(0, 160)}`),
      ...small.map(({ outerHTML }) => `small ${outerHTML.slice(0, 160)}`),
    ];
    return { faults, borders };
  });
  const faint = borders.filter(({ color, behind }) => contrast(color, behind) < 3);
  return [...faults, ...faint.map(({ html, color, behind }) => `faint ${color} on ${behind} ${html}`)];
}

/** @param within what axe looks at; the whole page unless told */
export async function violations(frame: Frame, within = "html"): Promise<string[]> {
  if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(axe);
  return frame.evaluate(async (selector) => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: unknown,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run(selector === "html" ? document : selector, {
      resultTypes: ["violations"],
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" ")}`,
    );
  }, within);
}

export interface Looking {
  /** In all looks; a sentence for each fault goes to `found`. */
  at(state: string, within?: string): Promise<void>;
  readonly found: string[];
}

/** @param prefix of the pictures: one in each theme, of both languages and the outer widths */
export function looking(bench: Bench, frame: Frame, prefix: string): Looking {
  const found: string[] = [];
  return {
    found,
    async at(state, within) {
      for (const theme of THEMES) {
        await wear(bench, theme);
        for (const language of LANGUAGES) {
          await speak(frame, language);
          for (const width of WIDTHS) {
            await widen(bench, width);
            const faults = [...(await misfits(frame)), ...(await violations(frame, within))];
            found.push(...faults.map((one) => `${state}, ${theme}, ${language}, ${width} px: ${one}`));
            const pictured = {
              light: "Bahasa Indonesia 300",
              dark: "English 350",
              forced: "Bahasa Indonesia 350",
            };
            if (pictured[theme] === `${language} ${width}`)
              await shoot(bench, `${prefix}-${state.replace(/[^\w]+/g, "-")}-${theme}`);
          }
        }
      }
      await wear(bench, "light");
      await speak(frame, "Bahasa Indonesia");
    },
  };
}
