// How an object of the Excel API is described here: a table of the members we answer, everything else is refused.
import type { Book } from "./book";

/** An object of the API as the executor passes it around. */
export interface Node {
  readonly kind: Kind;
}

/** Members by their JavaScript names. Getters may read the grid, which first writes out what is queued. */
export interface Kind<T extends Node = never> {
  readonly name: string;
  readonly id?: (o: T, book: Book) => string;
  readonly get?: Record<string, (o: T, book: Book) => unknown>;
  readonly set?: Record<string, (o: T, book: Book, value: never) => void>;
  /** Properties that are objects themselves. */
  readonly child?: Record<string, (o: T, book: Book) => Node>;
  /** Methods answer an object, NULL (a null object), or a plain value. */
  readonly call?: Record<string, (o: T, book: Book, ...args: never[]) => unknown>;
  readonly items?: (o: T, book: Book) => readonly Node[];
}

export const NULL: Node = { kind: { name: "Null" } };

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "kind" in value;
}

/** An error as Excel reports it: a code the add-in can test, and a sentence. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function invalid(detail: string): never {
  throw new HostError(
    "InvalidArgument",
    `The argument is invalid or missing or has an incorrect format. (${detail})`,
  );
}

export function missing(what: string): never {
  throw new HostError("ItemNotFound", `The requested resource doesn't exist. (${what})`);
}
