// Excel mode: the shipped task pane with genuine office.js in a frame, and the ribbon buttons of its manifest.
import { ExcelHost } from "../excel-host/executor";
import { captureFunctions, type FunctionsJson } from "../excel-host/functions";
import { hostInfo, installSeam, type Seam } from "../excel-host/seam";
import { WORDS } from "../words";
import { element } from "./element";
import { type Manifest, readManifest } from "./manifest";
import { listenForF6 } from "./regions";
import { fetchText, type Side, SLOW, type Stage } from "./side";

type TaskPaneWindow = Window & typeof globalThis & { readonly Office?: typeof Office };

/** Set by startExcel for the one frame that is about to load. */
let connect: ((pane: TaskPaneWindow) => void) | undefined;

/** Called by the task pane's frame before office.js runs in it. */
export function connectTaskPane(pane: Window): void {
  connect?.(pane as TaskPaneWindow);
}

export async function startExcel(stage: Stage): Promise<Side> {
  const { grid, language, pane } = stage;
  const manifest = readManifest(await fetchText("/excel/manifest.xml"), language);
  const metadata = fetchText(manifest.metadata).then((text) => JSON.parse(text) as FunctionsJson);
  const host = counted(new ExcelHost(grid, language), stage);
  host.delay = SLOW;
  let seam: Seam | undefined;
  connect = (window) => {
    seam = installSeam(window, host);
    for (const event of ["pointerdown", "keydown"]) window.addEventListener(event, stage.acted, true);
    listenForF6(window);
  };
  const frame = pane.open(manifest.name, {
    src: `${manifest.taskPane}?${hostInfo(language)}`,
  });
  // The shared runtime outlives its pane: the cross only hides it.
  pane.onClose = undefined;
  ribbon(stage, manifest, (command) => seam?.command(command));
  await new Promise((loaded) => frame.addEventListener("load", loaded, { once: true }));
  const window = frame.contentWindow as TaskPaneWindow;
  await window.Office?.onReady();
  grid.register(captureFunctions(window, await metadata, host.unsupported));
  return {
    excelHost: host,
    issues: () => ({ unsupported: [...host.unsupported], ignored: [], faults: [] }),
    stop() {
      connect = undefined;
      seam?.remove();
      pane.clear();
      stage.bar.replaceChildren();
    },
  };
}

function counted(host: ExcelHost, stage: Stage): ExcelHost {
  const answer = host.answer.bind(host);
  host.answer = (body, bytes) => {
    const { syncs, bytes: sent } = host;
    const reply = answer(body, bytes);
    stage.spent(host.syncs - syncs, host.bytes - sent);
    return reply;
  };
  return host;
}

function ribbon(stage: Stage, manifest: Manifest, press: (command: string) => void): void {
  const { bar, pane, language } = stage;
  const group = element("div", {
    class: "ribbon",
    role: "toolbar",
    "aria-label": `${WORDS.homeTab[language]}: ${manifest.group}`,
  });
  group.append(element("span", { class: "tab" }, WORDS.homeTab[language]));
  for (const { id, label, tip, icon, command } of manifest.buttons) {
    const button = element("button", { type: "button", title: tip, "data-testid": `ribbon-${id}` });
    button.append(element("img", { src: icon, alt: "", width: "20", height: "20" }), label);
    button.addEventListener("click", () => {
      stage.acted();
      if (command) press(command);
      else pane.show(true);
    });
    group.append(button);
  }
  bar.replaceChildren(group);
}
