// Sheets mode: the shipped Code.js over the grid, its menu, and its sidebar in a sandboxed frame.
import {
  createSheetsHost,
  type FrameMessage,
  type SheetsHost,
  type Sidebar,
  serveFrame,
  withClient,
} from "../sheets-host";
import type { Language } from "../words";
import { menuBar } from "./menu";
import { moveOn } from "./regions";
import { fetchText, type Side, SLOW, type Stage } from "./side";

/** Google's documented sandbox, but for allow-same-origin: its sidebar lives on another origin than the spreadsheet. */
const SANDBOX =
  "allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox";

/** Words the frame sends beside google.script.run: it can take its page, it shows it, a person did something in it or left it. */
type Word = "frame" | "shown" | "input" | "next" | "previous";

export async function startSheets(stage: Stage): Promise<Side> {
  const { grid, language, pane } = stage;
  const [code = "", sidebar = "", catalogue = "", panels = "", pictures = ""] = await Promise.all(
    ["Code.js", "sidebar.html", "catalogue.html", "panels.html", "pictures.html"].map((file) =>
      fetchText(`/sheets/${file}`),
    ),
  );
  const host = createSheetsHost(grid, {
    code,
    files: { sidebar, catalogue, panels, pictures },
    locale: language === "id" ? "in_ID" : "en_US",
    language: language === "id" ? "in" : "en",
  });
  host.delay = () => SLOW;
  const run = (work: () => void) => counting(host, stage, work);
  let hang: (() => void) | undefined;
  let shown: Promise<void> = Promise.resolve();
  host.onSidebar = (given) => {
    hang?.();
    hang = undefined;
    if (!given) return pane.clear();
    const opened = openSidebar(host, stage, given);
    hang = opened.hang;
    shown = opened.shown;
  };
  pane.onClose = () => void host.answer({ ucj: "close" });
  host.open();
  menuBar(stage, host.menus, (name) => run(() => host.execute(name)));
  host.execute("ucjShowSidebar");
  await shown;
  return {
    sheetsHost: host,
    issues: () => ({ unsupported: host.unsupported, ignored: host.ignored, faults: host.faults }),
    stop() {
      host.onSidebar = undefined;
      hang?.();
      pane.clear();
      stage.bar.replaceChildren();
    },
  };
}

function counting<T>(host: SheetsHost, stage: Stage, work: () => T): T {
  const before = host.calls.total;
  try {
    return work();
  } finally {
    stage.spent(1, host.calls.total - before);
  }
}

function openSidebar(host: SheetsHost, stage: Stage, { title, html }: Sidebar) {
  const frame = stage.pane.open(title, { src: "/sheets-frame.html", sandbox: SANDBOX });
  let done: () => void = () => undefined;
  const shown = new Promise<void>((resolve) => {
    done = resolve;
  });
  const words: Record<Word, () => void> = {
    frame: () => frame.contentWindow?.postMessage({ ucj: "page", html: pageOf(html, stage.language) }, "*"),
    shown: done,
    input: stage.acted,
    next: () => moveOn(false),
    previous: () => moveOn(true),
  };
  const listener = ({ source, data }: MessageEvent) => {
    if (source === frame.contentWindow && Object.hasOwn(words, data?.ucj)) words[data.ucj as Word]();
  };
  window.addEventListener("message", listener);
  const stopServing = serveFrame(frame, async (message: FrameMessage) => {
    if (message.ucj === "close") return host.answer(message);
    const before = host.calls.total;
    const reply = await host.answer(message);
    stage.spent(1, host.calls.total - before);
    return reply;
  });
  const hang = () => {
    stopServing();
    window.removeEventListener("message", listener);
    done();
  };
  return { hang, shown };
}

/** The sidebar's page with google.script.run in it, the emulated person's language, and the words above. */
function pageOf(html: string, language: Language): string {
  const tag = language === "id" ? "id-ID" : "en-US";
  const prelude = `<script>(() => {
    const say = (word) => parent.postMessage({ ucj: word }, "*");
    Object.defineProperty(navigator, "language", { value: "${tag}" });
    for (const event of ["pointerdown", "keydown"]) addEventListener(event, () => say("input"), true);
    addEventListener("keydown", (event) => {
      if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      say(event.shiftKey ? "previous" : "next");
    }, true);
    addEventListener("load", () => say("shown"));
  })();</script>`;
  return withClient(html).replace("<script>", `${prelude}<script>`);
}
