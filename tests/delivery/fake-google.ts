// A small Google on this computer: Drive and Apps Script as clasp asks for them, and a cell that runs what was pushed.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createContext, runInContext } from "node:vm";
import { parse } from "acorn";

interface ScriptFile {
  readonly name: string;
  readonly type: "SERVER_JS" | "HTML" | "JSON";
  readonly source: string;
}

interface Project {
  readonly title: string;
  readonly parentId: string;
  files: readonly ScriptFile[];
}

export interface FakeGoogle {
  readonly url: string;
  readonly spreadsheets: { readonly id: string; readonly name: string; readonly mimeType: string }[];
  readonly projects: Map<string, Project>;
  /** Every request, as "PUT /v1/projects/x/content". */
  readonly asked: string[];
  /** Whose token each request carried. */
  readonly tokens: Set<string>;
  /** Changes what the next answers say, to see what the command makes of it. */
  misbehave: "no" | "drops pushes" | "API is off";
  /** What a cell with this formula's function and arguments would get, from the files as they lie at Google. */
  cell(scriptId: string, name: string, ...args: unknown[]): unknown;
  close(): Promise<void>;
}

const DEFAULT_MANIFEST = JSON.stringify({
  timeZone: "America/New_York",
  dependencies: {},
  exceptionLogging: "STACKDRIVER",
  runtimeVersion: "V8",
});

/** What the real service refuses: no manifest, or a script its engine cannot read. */
function problemWith(files: readonly ScriptFile[]): string | undefined {
  if (!files.some(({ name, type }) => name === "appsscript" && type === "JSON"))
    return "Project contents must include a manifest file named appsscript.";
  for (const { name, type, source } of files)
    try {
      if (type === "SERVER_JS") parse(source, { ecmaVersion: 2020, sourceType: "script" });
      if (type === "JSON") JSON.parse(source);
    } catch (error) {
      return `Syntax error: ${(error as Error).message} file: ${name}`;
    }
  return undefined;
}

const bodyOf = async (request: IncomingMessage): Promise<Record<string, never>> => {
  // Joined before it is read: a letter may lie across two pieces.
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString("utf8");
  return text === "" ? {} : JSON.parse(text);
};

export async function startGoogle(): Promise<FakeGoogle> {
  const spreadsheets: FakeGoogle["spreadsheets"] = [];
  const projects: FakeGoogle["projects"] = new Map();
  const asked: string[] = [];
  const tokens = new Set<string>();

  const answer = (method: string, path: string, body: Record<string, never>): [number, unknown] => {
    const refuse = (code: number, message: string): [number, unknown] => [code, { error: { code, message } }];
    if (method === "POST" && path === "/drive/v3/files") {
      const file = {
        id: `sheet-${spreadsheets.length + 1}`,
        name: body.name ?? "",
        mimeType: body.mimeType ?? "",
      };
      spreadsheets.push(file);
      return [200, file];
    }
    if (google.misbehave === "API is off")
      return refuse(403, "User has not enabled the Apps Script API. Enable it by visiting …");
    if (method === "POST" && path === "/v1/projects") {
      const scriptId = `script-${projects.size + 1}`;
      const manifest: ScriptFile = { name: "appsscript", type: "JSON", source: DEFAULT_MANIFEST };
      projects.set(scriptId, { title: body.title ?? "", parentId: body.parentId ?? "", files: [manifest] });
      return [200, { scriptId, title: body.title }];
    }
    const project = projects.get(/^\/v1\/projects\/([\w-]+)\/content$/.exec(path)?.[1] ?? "");
    if (!project) return refuse(404, "Requested entity was not found.");
    if (method === "PUT") {
      const files: readonly ScriptFile[] = body.files ?? [];
      const problem = problemWith(files);
      if (problem) return refuse(400, problem);
      if (google.misbehave !== "drops pushes") project.files = files;
      return [200, { files }];
    }
    return [200, { files: project.files }];
  };

  const server = createServer(async (request, response) => {
    const { method = "", url = "" } = request;
    const path = url.split("?")[0] as string;
    asked.push(`${method} ${path}`);
    tokens.add(request.headers.authorization ?? "");
    const [status, body] = answer(method, path, await bodyOf(request));
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));

  const google: FakeGoogle = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    spreadsheets,
    projects,
    asked,
    tokens,
    misbehave: "no",
    cell(scriptId, name, ...args) {
      const context = createContext({});
      for (const { type, source } of projects.get(scriptId)?.files ?? [])
        if (type === "SERVER_JS") runInContext(source, context);
      return JSON.parse(runInContext(`JSON.stringify(${name}(...${JSON.stringify(args)}))`, context));
    },
    close: () => new Promise((done) => void server.close(() => done())),
  };
  return google;
}
