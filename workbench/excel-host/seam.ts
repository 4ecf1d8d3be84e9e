// What must exist in a task-pane window before genuine office.js runs there: the native side of Excel on Windows.
import type { ExcelHost, RequestBody } from "./executor";

/** To be in the address of the task pane: tells office.js that it runs inside Excel. */
export function hostInfo(locale: "id" | "en"): string {
  const language = locale === "id" ? "id-ID" : "en-US";
  return `_host_Info=excel$win32$16.01$${language}$$$$1`;
}

const API = {
  ExcelApi: 1.15,
  CustomFunctionsRuntime: 1.3,
  SharedRuntime: 1.1,
  CustomFunctions: 1.9,
  RichApiRuntime: 1.2,
  RichApiRuntimeFlag: 1.2,
  DelayForCellEdit: 1.1,
  AddinCommands: 1.1,
  DialogApi: 1.2,
  Settings: 1.1,
};
/** Office's numbers for the two events we raise. */
const SELECTION_CHANGED = 2;
const COMMAND_INVOKED = 39;
/** Rich-API messages: category, and the event type of a worksheet's selection. */
const EVENTS = 65536;
const SHEET_SELECTION = 14;

/** What Excel tells a pane about its colours. */
const THEMES = {
  light: {
    bodyBackgroundColor: 0xffffff,
    bodyForegroundColor: 0x262626,
    controlBackgroundColor: 0xffffff,
    controlForegroundColor: 0x262626,
  },
  dark: {
    bodyBackgroundColor: 0x262626,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x404040,
    controlForegroundColor: 0xffffff,
  },
} as const;

type Callback = (result: unknown) => void;
type Handler = (event: number, payload: unknown) => void;
interface Request {
  readonly id: number;
  readonly message: { readonly body: string | RequestBody };
}
interface Bridge {
  onMessageFromHost: ((text: string) => void) | null;
  sendMessageToHost(text: string): void;
}

export interface Seam {
  /** Presses a ribbon button whose action is an ExecuteFunction of this name. */
  command(name: string): void;
  /** Cuts the pane off, before its frame is removed. */
  remove(): void;
}

export function installSeam(pane: Window & typeof globalThis, host: ExcelHost): Seam {
  const language = host.locale === "id" ? "id-ID" : "en-US";
  const settings = host.documentSettings;
  const handlers = new Map<number, Handler>();
  const later = (work: () => void, delay = 0) => void pane.setTimeout(work, delay);
  let connected = true;

  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => "ucj",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => language,
    GetAppDataLocale: () => language,
    GetDocUrl: () => "ucj.xlsx",
    GetAppCapabilities: () => 1,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 0,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "c",
    GetInstanceId: () => "i",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(API),
    GetHostCustomMessage: () => 0,
    GetHostFullVersion: () => "16.0.17000.20000",
    GetInitialDisplayMode: () => 0,
    GetOfficeThemeInfo: () => JSON.stringify(THEMES[host.theme]),
    GetSettings: () => ({
      Read(keys: string[], values: string[]) {
        for (const [key, value] of settings) {
          keys.push(key);
          values.push(value);
        }
      },
      Write(keys: string[], values: string[]) {
        settings.clear();
        for (const [i, key] of keys.entries()) settings.set(key, values[i] ?? "");
      },
    }),
  };
  const external = {
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    Execute: (_id: number, _args: unknown, done?: Callback) => later(() => done?.(safeArray([0]))),
    RegisterEvent: (id: number, _target: string, handler: Handler, done?: Callback) => {
      handlers.set(id, handler);
      later(() => done?.(0));
    },
    UnregisterEvent: (id: number, _target: string, done?: Callback) => {
      handlers.delete(id);
      later(() => done?.(0));
    },
  };
  const bridge: Bridge = {
    onMessageFromHost: null,
    sendMessageToHost(text) {
      // As in Excel, the answer never comes before the caller has gone on.
      later(() => {
        if (connected) bridge.onMessageFromHost?.(reply(host, text));
      }, host.delay);
    },
  };
  // Chromium's own window.external cannot be assigned to.
  Object.defineProperty(pane, "external", { configurable: true, writable: true, value: external });
  Object.defineProperty(pane, "_richApiNativeBridge", { configurable: true, writable: true, value: bridge });

  const stop = host.grid.onSelect(() => {
    later(() => {
      if (!connected) return;
      handlers.get(SELECTION_CHANGED)?.(SELECTION_CHANGED, safeArray([]));
      const event = host.selectionEvent();
      const raise = (messageType: number, targetId: string) => ({
        messageCategory: EVENTS,
        messageType,
        targetId,
        message: JSON.stringify(event),
      });
      // For the workbook, its worksheet collection, the worksheet.
      const entries = [
        raise(SELECTION_CHANGED, ""),
        raise(SHEET_SELECTION, "Workbook"),
        raise(SHEET_SELECTION, event.worksheetId),
      ];
      bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } }));
    });
  });

  return {
    command(name) {
      const pressed = safeArray(["ucj", name, '{"source":{"id":"ucj"}}']);
      later(() => handlers.get(COMMAND_INVOKED)?.(COMMAND_INVOKED, pressed));
    },
    remove() {
      connected = false;
      stop();
    },
  };
}

function reply(host: ExcelHost, text: string): string {
  const { id, message } = JSON.parse(text) as Request;
  const body = typeof message.body === "string" ? message.body : JSON.stringify(message.body);
  const answer = host.answer(JSON.parse(body) as RequestBody, new TextEncoder().encode(body).length);
  return JSON.stringify({
    id,
    type: 2,
    message: { statusCode: 200, headers: {}, body: JSON.stringify(answer) },
  });
}

/** Office's COM arrays, as much of them as office.js looks at. */
function safeArray(values: unknown[]): unknown[] {
  return Object.assign(values, { toArray: () => values });
}
