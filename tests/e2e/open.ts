// Opens the workbench in a real browser; any console error, page error or outside request fails the test that caused it.
import { mkdirSync, readFileSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from "playwright-core";
import type { Grid, Zone } from "../../workbench/grid-types";
import { startServer } from "../../workbench/server";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export const PICTURES = "tests/e2e/pictures";

export interface Bench {
  readonly page: Page;
  readonly url: string;
  /** Everything that went wrong so far: empty in a good run. */
  readonly faults: string[];
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** The two hosts a workbench can be. */
export const MODES = ["excel", "sheets"] as const;

let browser: Browser | undefined;
let server: Awaited<ReturnType<typeof startServer>> | undefined;
const opened: Bench[] = [];

/**
 * Around the tests of a file: one browser for all; after each, its pages are closed and nothing has gone wrong in them.
 * @param said what the workbench says of calls it does not support
 */
export function aroundTests(said: () => RegExp = () => /Semua panggilan didukung/): void {
  beforeAll(start, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(async () => {
    for (const { page, faults, close } of opened.splice(0)) {
      const unsupported = await page.textContent('[data-testid="unsupported"]');
      await close();
      expect(faults).toEqual([]);
      expect(unsupported).toMatch(said());
    }
  });
}

async function start(): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  server = await startServer({ port: 0 });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH as string,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
}

/** @param before what is done with the page before it loads anything */
export async function open(
  query: string,
  options: Parameters<Browser["newContext"]>[0] = {},
  before: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<Bench> {
  if (!browser || !server) throw new Error("aroundTests() first");
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    ...options,
  });
  const page = await context.newPage();
  // Sooner than the test itself gives up, so that the step that waited is named.
  page.setDefaultTimeout(20_000);
  await before(page);
  const faults: string[] = [];
  const { url } = server;
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`page: ${error.message}`));
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !/^(data|blob|about):/.test(address)) faults.push(`outside: ${address}`);
  });
  const slow = process.env.UCJ_SLOW ? `&slow=${process.env.UCJ_SLOW}` : "";
  await page.goto(`${url}${query}${slow}`);
  await page.waitForFunction(() => "ucjWorkbench" in window);
  await page.evaluate(
    () => (window as unknown as { ucjWorkbench: { ready: Promise<void> } }).ucjWorkbench.ready,
  );
  const bench: Bench = {
    page,
    url,
    faults,
    picture: async (name) => void (await page.screenshot({ path: `${PICTURES}/${name}.png` })),
    close: () => context.close(),
  };
  opened.push(bench);
  return bench;
}

/** The add-in's own page inside the workbench, one of its panels in view. */
export async function pane(page: Page, panel = "table"): Promise<Frame> {
  const handle = await page.waitForSelector('[data-testid="pane"]');
  const frame = await handle.contentFrame();
  if (!frame) throw new Error("the pane has no frame");
  await frame.click(`#tab-${panel}`);
  await frame.waitForSelector(`#panel-${panel} h2`);
  return frame;
}

interface Workbench {
  readonly grid: Grid;
  readonly mode: string;
  loadSample(name: string): unknown;
  selectColumns(from: string, to: string): void;
}
type InPage = { ucjWorkbench: Workbench };

/** Runs a function in the page; it sees its argument and the workbench, nothing of this file. */
export const inGrid = <T, A>(page: Page, ask: (bench: Workbench, arg: A) => T, arg: A): Promise<T> =>
  page.evaluate(
    ([text, given]) =>
      new Function("bench", "arg", `return (${text})(bench, arg)`)(
        (window as unknown as InPage).ucjWorkbench,
        given,
      ),
    [ask.toString(), arg] as const,
  ) as Promise<T>;

export const select = (page: Page, zone: Zone) =>
  inGrid(page, ({ grid }, at) => grid.select(grid.activeSheet().id, at as Zone), zone);

/** Until this cell of the sheet in view is selected. */
export const selected = (page: Page, row: number, column: number) =>
  page.waitForFunction(
    ([wantedRow, wantedColumn]) => {
      const { zone } = (window as unknown as InPage).ucjWorkbench.grid.selection();
      return zone.row === wantedRow && zone.column === wantedColumn;
    },
    [row, column] as const,
  );

export const value = (page: Page, row: number, column: number) =>
  inGrid(
    page,
    ({ grid }, [r, c]) => {
      const { value, text, formula } = grid.cell(grid.activeSheet().id, r as number, c as number);
      return { value, text, formula };
    },
    [row, column] as const,
  );

/** Every cell of every sheet, to see that nothing changed. */
export const everything = (page: Page): Promise<string> =>
  inGrid(
    page,
    ({ grid }) =>
      JSON.stringify(
        grid.sheets().map(({ id, name }) => {
          const used = grid.used(id);
          const rows = used ? used.row + used.rows : 0;
          const columns = used ? used.column + used.columns : 0;
          const cells = [];
          for (let r = 0; r < rows; r++)
            for (let c = 0; c < columns; c++) {
              const { value, formula, format } = grid.cell(id, r, c);
              cells.push([value, formula, format]);
            }
          return [name, cells, grid.charts(id).length];
        }),
      ),
    null,
  );

/** Types into a cell as a planner does: click it, type, Enter. */
export async function type(page: Page, row: number, column: number, text: string): Promise<void> {
  await select(page, { row, column, rows: 1, columns: 1 });
  await page.keyboard.type(text, { delay: 5 });
  await page.keyboard.press("Enter");
  await page.waitForTimeout(50);
}

/** A cell of the sheet in view is filled from elsewhere: the keyboard stays where it is. */
export const fillCell = (page: Page, row: number, column: number, content: string): Promise<void> =>
  inGrid(
    page,
    ({ grid }, [r, c, text]) =>
      grid.apply([
        {
          do: "content",
          sheet: grid.activeSheet().id,
          row: r as number,
          column: c as number,
          content: text as string,
        },
      ]),
    [row, column, content] as const,
  );

/** axe-core finds nothing in the pane as it stands. */
export async function expectAccessible(frame: Frame): Promise<void> {
  await frame.evaluate(axe);
  const found = await frame.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
  expect(found).toEqual([]);
}
