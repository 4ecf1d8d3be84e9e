// What the sidebar does while its later files come, do not come, or are something else.
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { start } from "../../sidebar/loader";

type Exports = Record<string, unknown>;
const NEEDS = { "./function.js": ["catalogue"], "./table.js": ["catalogue", "panels"] };

let later: (name: string) => Promise<Exports>;
let asked: { file: string; come: () => void; fail: () => void }[];

const FILES: Record<string, () => void> = {
  catalogue: () =>
    ucjParts({
      "./function.js": (_, exports, require) =>
        void Object.assign(exports, { reads: require("./numbers.js").name }),
      "./numbers.js": (_, exports) => void Object.assign(exports, { name: "numbers" }),
    }),
  panels: () =>
    ucjParts({
      "./table.js": (_, exports, require) =>
        void Object.assign(exports, { reads: [require("./numbers.js"), made++] }),
    }),
};
let made = 0;

beforeEach(() => {
  jest.useFakeTimers();
  asked = [];
  made = 0;
  start(
    {
      "./main.js": (_module, _exports, _require, given) => {
        later = given;
      },
    },
    "./main.js",
    NEEDS,
    (file) => new Promise((come, reject) => asked.push({ file, come, fail: () => reject(new Error(file)) })),
  );
});
afterEach(() => {
  jest.useRealTimers();
});

const askedFor = (): string[] => asked.map(({ file }) => file);
function arrive(file: string, text: () => void = FILES[file] as () => void): void {
  text();
  asked
    .filter((one) => one.file === file)
    .at(-1)
    ?.come();
}

test("a part brings the files it stands on, each once, whoever asks", async () => {
  const [fn, table] = [later("./function.js"), later("./table.js")];
  expect(askedFor()).toEqual(["catalogue", "panels"]);
  arrive("catalogue");
  expect(await fn).toEqual({ reads: "numbers" });
  arrive("panels");
  expect(await table).toEqual({ reads: [{ name: "numbers" }, 0] });
  expect(await later("./table.js")).toBe(await table);
  expect([askedFor(), made]).toEqual([["catalogue", "panels"], 1]);
});

test("a file that cannot be had is asked for again, and only that one", async () => {
  const table = later("./table.js");
  arrive("catalogue");
  asked[1]?.fail();
  await expect(table).rejects.toThrow("panels");
  const again = later("./table.js");
  arrive("panels");
  expect(await again).toEqual({ reads: [{ name: "numbers" }, 0] });
  expect(askedFor()).toEqual(["catalogue", "panels", "panels"]);
});

test("something else that came in its place, such as a sign-in page, is asked for again", async () => {
  const fn = later("./function.js");
  arrive("catalogue", () => {});
  await expect(fn).rejects.toThrow("no part ./function.js");
  const again = later("./function.js");
  expect(askedFor()).toEqual(["catalogue", "catalogue"]);
  arrive("catalogue");
  expect(await again).toEqual({ reads: "numbers" });
});

test("after a long silence it is asked for anew, and the late answer still counts", async () => {
  const first = later("./function.js");
  jest.advanceTimersByTime(13_000);
  void later("./function.js");
  expect(askedFor()).toEqual(["catalogue"]);
  jest.advanceTimersByTime(2_000);
  const second = later("./function.js");
  expect(askedFor()).toEqual(["catalogue", "catalogue"]);
  FILES.catalogue?.();
  asked[0]?.come();
  expect(await first).toEqual({ reads: "numbers" });
  asked[1]?.come();
  expect(await second).toBe(await first);
});
