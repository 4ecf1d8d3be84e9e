// google.script.run as the sidebar finds it. Kept as text, because it runs in the sidebar's frame, beyond every import
// (and beyond a bundler that shortens names); the headless client runs the same text.

export interface Request {
  readonly ucj: "run";
  readonly id: number;
  readonly name: string;
  /** JSON of the argument list. */
  readonly args: string;
}

/** `value` is JSON. */
export type Reply = { readonly ucj: "reply"; readonly id: number } & (
  | { readonly value: string }
  | { readonly error: string }
);

export type FrameMessage = Request | { readonly ucj: "close" };

type Handler = (value: unknown, user?: unknown) => void;
export interface Runner {
  withSuccessHandler(handler: Handler): Runner;
  withFailureHandler(handler: Handler): Runner;
  withUserObject(user: unknown): Runner;
  readonly [name: string]: (...args: never[]) => unknown;
}

export interface GoogleClient {
  readonly script: {
    readonly run: Runner;
    readonly host: {
      close(): void;
      setWidth(width: number): void;
      setHeight(height: number): void;
      readonly editor: { focus(): void };
    };
  };
}

interface Parts {
  /** Where a value holds what Google does not carry (dates, functions, cycles, special objects), or undefined. */
  illegal(value: unknown): string | undefined;
  connect(
    post: (message: FrameMessage) => void,
    listen: (receive: (reply: Reply) => void) => void,
  ): GoogleClient;
}

const TEXT = `
function illegal(value, path = "", above = []) {
  if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") return path;
  if (typeof value !== "object" || value === null) return undefined;
  const kind = Object.prototype.toString.call(value);
  if (above.includes(value) || (kind !== "[object Object]" && kind !== "[object Array]")) return path;
  for (const [key, inner] of Object.entries(value)) {
    const found = illegal(inner, path ? path + "." + key : key, [...above, value]);
    if (found !== undefined) return found;
  }
  return undefined;
}
function connect(post, listen) {
  const waiting = new Map();
  let last = 0;
  const fail = (chain, message) => {
    const error = Object.assign(new Error(message), { name: "ScriptError" });
    if (chain.bad) chain.bad(error, chain.user);
    else console.error(error);
  };
  listen((reply) => {
    const chain = waiting.get(reply.id);
    if (!chain) return;
    waiting.delete(reply.id);
    if ("error" in reply) fail(chain, reply.error);
    else if (chain.ok) chain.ok(JSON.parse(reply.value), chain.user);
  });
  const send = (chain, name) => (...args) => {
    const found = illegal(args);
    if (found !== undefined) {
      Promise.resolve().then(() => fail(chain, "Failed due to illegal value in property: " + found));
      return;
    }
    waiting.set(++last, chain);
    post({ ucj: "run", id: last, name, args: JSON.stringify(args) });
  };
  const make = (chain) => new Proxy({}, {
    get: (_, name) => {
      if (name === "withSuccessHandler") return (ok) => make({ ...chain, ok });
      if (name === "withFailureHandler") return (bad) => make({ ...chain, bad });
      if (name === "withUserObject") return (user) => make({ ...chain, user });
      return typeof name === "string" ? send(chain, name) : undefined;
    },
  });
  const host = { close: () => post({ ucj: "close" }), setWidth() {}, setHeight() {}, editor: { focus() {} } };
  return { script: { run: make({}), host } };
}`;

export const { illegal, connect }: Parts = new Function(`${TEXT}\nreturn { illegal, connect };`)();

/** Text to run in the frame before the sidebar's own scripts. */
export function clientScript(): string {
  return `(() => {${TEXT}
  window.google = connect(
    (message) => parent.postMessage(message, "*"),
    (receive) => addEventListener("message", (event) => {
      if (event.source === parent && event.data && event.data.ucj === "reply") receive(event.data);
    }),
  );
})();`;
}
