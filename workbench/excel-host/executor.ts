// Reads the requests of office.js (object paths and actions), answers from the tables, counts what an add-in costs.
import type { Grid } from "../grid-types";
import { a1, quoted } from "./address";
import { Book } from "./book";
import { HostError, isNode, type Kind, type Node, NULL } from "./kinds";
import { SERVICE, WORKBOOK } from "./workbook";

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[] | null;
  readonly ReferencedObjectPathIds?: readonly (number | null)[] | null;
}
interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}
interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[] };
}
export interface RequestBody {
  readonly Actions?: readonly Action[];
  readonly ObjectPaths?: Readonly<Record<number, ObjectPath>>;
}

/** The type of an action that only marks a place in the request. */
const TRACE = 5;
/** Excel on the web refuses larger requests. */
const MOST_BYTES = 5 * 1024 * 1024;

interface Tree {
  [member: string]: Tree;
}
// biome-ignore lint/suspicious/noExplicitAny: a table's member takes whatever the add-in sent
type Member = (o: never, book: Book, ...args: any[]) => unknown;

export class ExcelHost {
  /** context.sync calls that reached the workbook; what office.js sends for itself is not counted. */
  syncs = 0;
  /** Bytes of those requests, in all. */
  bytes = 0;
  readonly unsupported = new Set<string>();
  /** For tests: an error code for the request of this number (from 1), or nothing. */
  fail: ((request: number) => string | undefined) | undefined;
  /** Milliseconds until a request is looked at. */
  delay = 0;
  /** Office.context.officeTheme. */
  theme: "light" | "dark" = "light";
  /** Office.context.document.settings. */
  readonly documentSettings = new Map<string, string>();
  readonly book: Book;
  /** Objects the add-in asked to keep between requests, both ways. */
  private readonly references = new Map<string, Node>();
  private readonly referenceOf = new WeakMap<Node, string>();
  private serial = 0;

  constructor(
    readonly grid: Grid,
    readonly locale: "id" | "en" = "id",
  ) {
    this.book = new Book(grid, locale, (member) => this.refuse(member));
  }

  refuse(member: string): never {
    this.unsupported.add(member);
    throw new HostError("ApiNotFound", `Meja uji belum mendukung ${member}.`);
  }

  /** The answer to one request body, as Excel would send it. */
  answer(body: RequestBody, bytes: number): object {
    const paths = Object.values(body.ObjectPaths ?? {});
    const ours = paths.some((path) => path.ObjectPathType === 1 || path.ObjectPathType === 6);
    // Written in a request of its own at the end of Excel.run.
    const tidying = (body.Actions ?? []).some(({ Name }) => Name === "_RemoveReference");
    if (ours && !tidying) {
      this.syncs += 1;
      this.bytes += bytes;
      const code = bytes > MOST_BYTES ? "RequestPayloadSizeLimitExceeded" : this.fail?.(this.syncs);
      if (code) return failure(new HostError(code, code), 0, []);
    }
    return this.run(body);
  }

  private run({ Actions = [], ObjectPaths = {} }: RequestBody): object {
    const objects = new Map<number, Node>();
    const results: object[] = [];
    for (const [index, action] of Actions.entries()) {
      try {
        results.push({ ActionId: action.Id, Value: this.act(action, ObjectPaths, objects) });
        if (index === Actions.length - 1) this.book.flush();
      } catch (error) {
        return this.stop(error, index, results);
      }
    }
    // Handlers of office.js are registered for the traces that come back.
    const traces = Actions.filter(({ ActionType }) => ActionType === TRACE).map(({ Id }) => Id);
    return { Results: results, TraceIds: traces };
  }

  /** As in Excel, what was asked before the failing action has happened. */
  private stop(error: unknown, index: number, results: object[]): object {
    try {
      this.book.flush();
    } catch {
      // The failing action's own error says enough.
    }
    return failure(error, index, results);
  }

  private act(
    action: Action,
    paths: Readonly<Record<number, ObjectPath>>,
    objects: Map<number, Node>,
  ): unknown {
    if (action.ActionType === TRACE) return action.Id;
    const object = this.resolve(action.ObjectPathId, paths, objects);
    const args = this.args(action.ArgumentInfo, paths, objects);
    if (object === SERVICE) return action.ActionType === 1 ? {} : null;
    switch (action.ActionType) {
      case 1:
        return this.instantiate(object);
      case 2:
        return object === NULL ? null : this.query(object, tree(action.QueryInfo));
      case 3:
        return this.method(object, action.Name, args);
      case 4:
        if (object !== NULL) this.member(object, "set", action.Name)(object as never, this.book, args[0]);
        return null;
      default:
        return this.refuse(`ActionType ${action.ActionType}`);
    }
  }

  private instantiate(object: Node): object | null {
    if (object === NULL) return null;
    const id = idOf(object, this.book);
    const reference = this.referenceOf.get(object);
    return {
      ...(reference !== undefined && { _ReferenceId: reference }),
      ...(id !== undefined && { Id: id, _Id: id }),
    };
  }

  private method(object: Node, name: string, args: unknown[]): unknown {
    if (name === "_KeepReference") {
      if (object === NULL || this.referenceOf.has(object)) return null;
      this.serial += 1;
      this.references.set(`ref${this.serial}`, object);
      this.referenceOf.set(object, `ref${this.serial}`);
      return null;
    }
    if (name === "_RemoveReference") {
      this.references.delete(String(args[0]));
      return null;
    }
    if (object === NULL) return null;
    const value = this.member(object, "call", name)(object as never, this.book, ...args);
    return isNode(value) ? null : (value ?? null);
  }

  private resolve(id: number, paths: Readonly<Record<number, ObjectPath>>, objects: Map<number, Node>): Node {
    const known = objects.get(id);
    if (known) return known;
    const path = paths[id];
    if (!path) throw new HostError("InvalidObjectPath", `no object path ${id}`);
    const object = this.follow(path, paths, objects);
    objects.set(id, object);
    return object;
  }

  private follow(
    path: ObjectPath,
    paths: Readonly<Record<number, ObjectPath>>,
    objects: Map<number, Node>,
  ): Node {
    const { ObjectPathType: type, Name: name, ParentObjectPathId: parentId } = path;
    if (type === 1) return WORKBOOK;
    if (type === 2) return SERVICE;
    if (type === 6) return this.references.get(name) ?? missingReference(name);
    if (type === 7) return NULL;
    const parent = this.resolve(parentId ?? -1, paths, objects);
    if (parent === NULL || parent === SERVICE) return parent;
    if (type === 4) return this.member(parent, "child", name)(parent as never, this.book) as Node;
    const args = this.args(path.ArgumentInfo, paths, objects);
    const method = type === 5 ? "getItem" : name;
    const value = this.member(parent, "call", method)(parent as never, this.book, ...args);
    return isNode(value) ? value : this.refuse(`${parent.kind.name}.${jsName(method)} (object)`);
  }

  private args(
    info: ArgumentInfo | undefined,
    paths: Readonly<Record<number, ObjectPath>>,
    objects: Map<number, Node>,
  ) {
    return (info?.Arguments ?? []).map((value, i) => {
      const path = info?.ReferencedObjectPathIds?.[i];
      return path ? this.resolve(path, paths, objects) : value;
    });
  }

  private member(object: Node, table: "set" | "child" | "call", wireName: string): Member {
    const name = jsName(wireName);
    const members = object.kind[table] as Record<string, Member> | undefined;
    return members && Object.hasOwn(members, name)
      ? (members[name] as Member)
      : this.refuse(`${object.kind.name}.${name}`);
  }

  private query(object: Node, wanted: Tree): object {
    const kind = object.kind as Kind<Node>;
    const own = (name: string) => kind.get !== undefined && Object.hasOwn(kind.get, name);
    // Everything scalar: asked for with "*", or by asking for nothing in particular.
    const all = Object.keys(wanted).length === 0 || "*" in wanted;
    const named = Object.keys(wanted).filter((name) => name !== "*");
    const answer: Record<string, unknown> = {};
    for (const name of new Set([...(all ? Object.keys(kind.get ?? {}) : []), ...named])) {
      if (own(name)) answer[wireName(name)] = kind.get?.[name]?.(object, this.book) ?? null;
      // What a collection itself does not have is asked of its items.
      else if (!kind.items) answer[wireName(name)] = this.queryChild(object, name, wanted[name] ?? {});
    }
    const ofItems = Object.fromEntries(Object.entries(wanted).filter(([name]) => !own(name)));
    if (kind.items && (all || Object.keys(ofItems).length > 0)) {
      answer._Items = kind.items(object, this.book).map((item) => ({
        _Id: idOf(item, this.book),
        ...this.query(item, ofItems),
      }));
    }
    return answer;
  }

  private queryChild(object: Node, name: string, wanted: Tree): object | null {
    const child = this.member(object, "child", name)(object as never, this.book) as Node;
    return child === NULL ? null : this.query(child, wanted);
  }

  /** What the selection events of office.js carry. */
  selectionEvent(): { worksheetId: string; address: string } {
    const { sheet, zone } = this.book.selection();
    return { worksheetId: `{${sheet}}`, address: a1(zone) };
  }

  /** "Data!A1:B3": for the page's status line. */
  selectedAddress(): string {
    const { sheet, zone } = this.book.selection();
    return `${quoted(this.book.sheet(sheet).name)}!${a1(zone)}`;
  }
}

function idOf(object: Node, book: Book): string | undefined {
  return (object.kind as Kind<Node>).id?.(object, book);
}

function missingReference(name: string): never {
  throw new HostError("InvalidReference", `This reference is not valid for the current operation. (${name})`);
}

const jsName = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
const wireName = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** ["format/font/bold", "values"] as a tree. */
function tree(info: Action["QueryInfo"]): Tree {
  const root: Tree = {};
  for (const path of [...(info?.Select ?? []), ...(info?.Expand ?? [])]) {
    let here = root;
    for (const name of path.split("/").map((part) => jsName(part.trim()))) {
      here[name] ??= {};
      here = here[name] as Tree;
    }
  }
  return root;
}

function failure(error: unknown, index: number, results: object[]): object {
  const code = error instanceof HostError ? error.code : "GeneralException";
  const message = error instanceof Error ? error.message : String(error);
  return {
    Error: { Code: code, Message: message, ActionIndex: index, Location: "", HttpStatusCode: 400 },
    Results: results,
  };
}
