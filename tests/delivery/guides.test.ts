// The guides tell the truth: every formula gives the answer beside it, every link and command exists, English follows.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { catalogue } from "../../core/catalogue";
import { writeNumber } from "../../core/numbers";

const FOLDER = "docs/panduan";
const guides = readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), "utf8")] as const);
const SECURITY = ["SECURITY.md", readFileSync("SECURITY.md", "utf8")] as const;

const context = createContext({});
runInContext(readFileSync("dist/sheets/Code.js", "utf8"), context);

/** "42,06%" is 0.4206, "\"PU\"" is text. */
const argument = (text: string): string => {
  const typed = text.trim();
  if (typed.startsWith('"')) return typed;
  const number = Number(typed.replace("%", "").replace(",", "."));
  if (Number.isNaN(number)) throw new Error(`not a constant: ${typed}`);
  return String(typed.endsWith("%") ? Number((number / 100).toPrecision(12)) : number);
};

const answers = guides.flatMap(([name, text]) =>
  [...text.matchAll(/^\|.*\| `=(UCJ_\w+)\(([^()`]*)\)` \| ([\d.,]+%?) \|/gm)].map(
    ([, fn = "", args = "", shown = ""]) => [name, fn, args, shown] as const,
  ),
);

test.each(answers)("%s: =%s(%s) is %s", (_, fn, args, shown) => {
  const code = `${fn}(${args.split(";").map(argument).join(", ")})`;
  const value = runInContext(code, context) as number;
  const decimals = /,(\d+)/.exec(shown)?.[1]?.length;
  const percent = shown.endsWith("%");
  expect(writeNumber(percent ? value * 100 : value, "id", decimals) + (percent ? "%" : "")).toBe(shown);
});

test("there are answers to check", () => {
  expect(answers.length).toBeGreaterThanOrEqual(7);
});

test.each([...guides, SECURITY])("%s names only functions and commands that exist", (_, text) => {
  const names = catalogue.map((fn) => fn.name as string);
  for (const [name] of text.matchAll(/\bUCJ_[A-Z][A-Z_]*[A-Z]\b/g)) expect(names).toContain(name);
  for (const [, command = ""] of text.matchAll(/npm run ([\w:-]+)/g))
    expect([command, existsSync(`tools/${command.replace(":", "-")}.ts`)]).toEqual([command, true]);
  for (const [, path = ""] of text.matchAll(/`(tests\/[\w./-]+)`/g))
    expect([path, existsSync(path)]).toEqual([path, true]);
});

test.each([...guides.map(([name, text]) => [join(FOLDER, name), text] as const), SECURITY])(
  "%s: its links lead somewhere",
  (path, text) => {
    for (const [, link = ""] of text.matchAll(/\]\(([^)]+)\)/g)) {
      if (/^https:\/\//.test(link)) continue;
      const [file = "", anchor] = link.split("#");
      const target = file ? join(dirname(path), file) : path;
      expect([link, existsSync(target)]).toEqual([link, true]);
      const anchors = [...readFileSync(target, "utf8").matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
        heading
          .toLowerCase()
          .replace(/[^\p{L}\p{N} -]/gu, "")
          .replace(/ /g, "-"),
      );
      if (anchor) expect(anchors).toContain(anchor);
    }
  },
);

test.each(guides)("%s is in Indonesian first, then in English, and short", (_, text) => {
  const english = text.search(/^# English/m);
  expect(english).toBeGreaterThan(text.length / 2);
  expect(text.slice(0, english)).toMatch(/\b(yang|untuk|dengan)\b/);
  expect(text.slice(english)).toMatch(/\b(the|with|for)\b/);
  expect(text.split(/\s+/).length).toBeLessThan(1300);
});

test("every step of the check list has a place for what was seen", () => {
  const [, list = ""] = guides.find(([name]) => name === "daftar-periksa.md") ?? [];
  const steps = list.split("\n").filter((line) => /^\| \d+ \|/.test(line));
  expect(steps.length).toBeGreaterThanOrEqual(25);
  for (const step of steps) expect(step).toMatch(/\|\s*(\||–)/);
});
