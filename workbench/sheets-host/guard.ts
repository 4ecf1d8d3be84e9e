// The door every call of a script goes through: counts it, may refuse it, and is loud about what nobody emulates.

/** The script's own Array, Date, Error and JSON: a script in another context tests values against these. */
export interface Realm {
  readonly Array: ArrayConstructor;
  readonly Date: DateConstructor;
  readonly Error: ErrorConstructor;
  readonly JSON: JSON;
}

export const ownRealm: Realm = { Array, Date, Error, JSON };

/** An emulated object. A script sees the methods and getters of its class; own fields stay private to the emulator. */
export abstract class Service {
  constructor(readonly title: string) {}
}

/** What Apps Script services throw. */
export class Exception extends Error {
  override readonly name = "Exception";
}

/** Answers a message to make the call fail with it, or undefined to let it through. `nth` counts from 1. */
export type Fail = (call: string, nth: number) => string | undefined;

export class Calls {
  total = 0;
  /** Calls that fetch cell contents, formats or hidden rows; asking for sizes and addresses is only in `named`. */
  reads = 0;
  /** Calls that change the spreadsheet; moving the selection is only in `named`. */
  writes = 0;
  named: Record<string, number> = {};

  reset(): void {
    this.total = 0;
    this.reads = 0;
    this.writes = 0;
    this.named = {};
  }
}

const WRITE =
  /^(Range|RangeList|Sheet|Spreadsheet)\.(set(?!Active)|insert|delete|clear|remove|merge|breakApart|autoResize|append|update)/;
const MOVE =
  /^(Range|Sheet|Spreadsheet|SpreadsheetApp|Ui|Menu)\.(activate|setActive|toast|show|alert|addToUi)/;
const READ =
  /^(Range\.(is|get(Merged|Value|Display|Formula|NumberFormat|Background|Font|Horizontal|Wrap|TextStyle))|Sheet\.isRowHidden)/;

export class Guard {
  readonly calls = new Calls();
  readonly unsupported = new Set<string>();
  fail: Fail | undefined;

  #realm: Realm = ownRealm;
  #frozen = false;
  readonly #proxies = new WeakMap<Service, object>();
  readonly #targets = new WeakMap<object, Service>();

  /** Runs a script's code: values reach it in its own realm, and a custom function (`frozen`) may not write. */
  within<T>(realm: Realm, frozen: boolean, run: () => T): T {
    const before = [this.#realm, this.#frozen] as const;
    this.#realm = realm;
    this.#frozen = frozen;
    try {
      return run();
    } finally {
      [this.#realm, this.#frozen] = before;
    }
  }

  get realm(): Realm {
    return this.#realm;
  }

  get frozen(): boolean {
    return this.#frozen;
  }

  /** Records and refuses something the workbench does not emulate. */
  missing(what: string): never {
    this.unsupported.add(what);
    throw new Exception(`Meja uji belum mendukung ${what}`);
  }

  /** A value as a script may hold it. */
  give(value: unknown): unknown {
    if (value instanceof Service) return this.#proxy(value);
    if (Array.isArray(value)) return this.#realm.Array.from(value, (item) => this.give(item));
    if (value instanceof Date) return new this.#realm.Date(value.getTime());
    return value;
  }

  #take(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#take(item));
    return (typeof value === "object" && value !== null && this.#targets.get(value)) || value;
  }

  #proxy(target: Service): object {
    const known = this.#proxies.get(target);
    if (known) return known;
    const proxy = new Proxy(target, {
      get: (_, key) => this.#member(target, key),
      ownKeys: () => [],
      set: (_, key) => this.#throw(() => this.missing(`${target.title}.${String(key)} = …`)),
    });
    this.#proxies.set(target, proxy);
    this.#targets.set(proxy, target);
    return proxy;
  }

  #member(target: Service, key: string | symbol): unknown {
    // Asked by the language itself (awaiting, copying, printing), not by the script's author.
    if (key === Symbol.toStringTag) return target.title;
    if (typeof key === "symbol" || key === "then" || key === "toJSON") return undefined;
    if (key === "toString") return () => target.title;
    const name = `${target.title}.${key}`;
    if (!(key in target) || Object.hasOwn(target, key) || key in Service.prototype)
      return this.#throw(() => this.missing(name));
    const member: unknown = Reflect.get(target, key, target);
    if (typeof member !== "function") return this.give(member);
    return (...args: unknown[]) =>
      this.#throw(() => {
        this.#enter(name, key);
        return this.give(
          member.apply(
            target,
            args.map((arg) => this.#take(arg)),
          ),
        );
      });
  }

  #enter(name: string, member: string): void {
    const nth = (this.calls.named[name] ?? 0) + 1;
    this.calls.named[name] = nth;
    this.calls.total++;
    const writes = WRITE.test(name);
    if (writes) this.calls.writes++;
    else if (READ.test(name)) this.calls.reads++;
    if (this.#frozen && (writes || MOVE.test(name)))
      throw new Exception(`You do not have permission to call ${member}`);
    const message = this.fail?.(name, nth);
    if (message !== undefined) throw new Exception(message);
  }

  /** Errors leave in the script's own realm, so that its `instanceof Error` holds. */
  #throw<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof Error) || this.#realm === ownRealm) throw error;
      const copy = new this.#realm.Error(error.message);
      copy.name = error.name;
      throw copy;
    }
  }
}
