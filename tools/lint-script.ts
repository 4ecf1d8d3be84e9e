// Reads Code.js as Apps Script would: ES2020, only the agreed names at the top, and no name that its engine lacks.
import { type Node, type Program, parse } from "acorn";

/** The language itself, without the ways to run text as code. */
const LANGUAGE =
  "Array ArrayBuffer BigInt Boolean DataView Date Error EvalError Float64Array Infinity Int32Array JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint8Array Uint32Array WeakMap WeakSet decodeURIComponent encodeURIComponent isFinite isNaN parseFloat parseInt undefined";
/** What needs no more than the two scopes of appsscript.json. */
const SERVICES = "SpreadsheetApp HtmlService LockService Utilities Charts console";
const KNOWN = new Set(`${LANGUAGE} ${SERVICES}`.split(" "));

/** Each would reach past this one spreadsheet. */
const FORBIDDEN_MEMBERS = new Set(["openById", "openByUrl", "openByName", "getFileById", "constructor"]);

type Tree = Node & Record<string, unknown>;
const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && typeof (value as Tree).type === "string";

/** One line per problem; none for a script that may be pushed. `names`: every name the script may show at its top. */
export function lintScript(code: string, names: readonly string[]): string[] {
  let program: Program;
  try {
    program = parse(code, { ecmaVersion: 2020, sourceType: "script", locations: true });
  } catch (error) {
    return [`bukan skrip ES2020 · not an ES2020 script: ${(error as Error).message}`];
  }
  return [...topFaults(program, names), ...freeFaults(program), ...memberFaults(program, code)];
}

const line = (node: Node): string => `baris · line ${node.loc?.start.line}`;

function topFaults(program: Program, names: readonly string[]): string[] {
  const found: string[] = [];
  const shown: string[] = [];
  for (const node of program.body) {
    if (node.type === "FunctionDeclaration") shown.push(node.id.name);
    else if (node.type === "VariableDeclaration")
      shown.push(...node.declarations.flatMap(({ id }) => namesIn(id as unknown as Tree)));
    else if (node.type !== "EmptyStatement" && !("directive" in node))
      found.push(`${line(node)}: ${node.type} di tingkat teratas · at the top level`);
  }
  for (const name of shown)
    if (!names.includes(name)) found.push(`${name} bocor ke tingkat teratas · leaks to the top level`);
  for (const name of names) if (!shown.includes(name)) found.push(`${name} tidak ada · is missing`);
  return found;
}

/** The names a declaration binds, through patterns. */
function namesIn(pattern: Tree | null): string[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern.name as string];
    case "ObjectPattern":
      return (pattern.properties as Tree[]).flatMap((part) => namesIn((part.value ?? part.argument) as Tree));
    case "ArrayPattern":
      return (pattern.elements as (Tree | null)[]).flatMap(namesIn);
    case "AssignmentPattern":
      return namesIn(pattern.left as Tree);
    case "RestElement":
      return namesIn(pattern.argument as Tree);
    default:
      return [];
  }
}

class Scope {
  readonly names = new Set<string>();
  constructor(
    readonly above: Scope | undefined,
    readonly isFunction: boolean,
  ) {}
  declare(names: readonly string[], hoisted: boolean): void {
    let scope: Scope = this;
    while (hoisted && !scope.isFunction && scope.above) scope = scope.above;
    for (const name of names) scope.names.add(name);
  }
  knows(name: string): boolean {
    return this.names.has(name) || (this.above?.knows(name) ?? false);
  }
}

/** Names that are used and declared nowhere: an assignment to one makes a global, reading one throws. */
function freeFaults(program: Program): string[] {
  const uses: { name: string; scope: Scope; node: Node }[] = [];

  const visitFunction = (node: Tree, scope: Scope): void => {
    const inner = new Scope(scope, true);
    if (node.type !== "ArrowFunctionExpression") inner.declare(["arguments"], false);
    if (node.type === "FunctionExpression") inner.declare(namesIn(node.id as Tree | null), false);
    inner.declare((node.params as Tree[]).flatMap(namesIn), false);
    const body = node.body as Tree;
    visit([node.params, body.type === "BlockStatement" ? body.body : body], inner);
  };
  const visit = (node: unknown, scope: Scope): void => {
    if (Array.isArray(node)) for (const part of node) visit(part, scope);
    if (!isTree(node)) return;
    switch (node.type) {
      case "Identifier":
        uses.push({ name: node.name as string, scope, node });
        break;
      case "FunctionDeclaration":
        scope.declare(namesIn(node.id as Tree), false);
        visitFunction(node, scope);
        break;
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        visitFunction(node, scope);
        break;
      case "ClassDeclaration":
      case "ClassExpression": {
        const inner = new Scope(scope, false);
        (node.type === "ClassDeclaration" ? scope : inner).declare(namesIn(node.id as Tree | null), false);
        visit([node.superClass, node.body], inner);
        break;
      }
      case "VariableDeclaration":
        for (const part of node.declarations as Tree[])
          scope.declare(namesIn(part.id as Tree), node.kind === "var");
        visit(node.declarations, scope);
        break;
      case "CatchClause": {
        const inner = new Scope(scope, false);
        inner.declare(namesIn(node.param as Tree | null), false);
        visit([node.param, node.body], inner);
        break;
      }
      case "MemberExpression":
        visit([node.object, node.computed && node.property], scope);
        break;
      case "Property":
      case "MethodDefinition":
        visit([node.computed && node.key, node.value], scope);
        break;
      case "LabeledStatement":
        visit(node.body, scope);
        break;
      case "BreakStatement":
      case "ContinueStatement":
      case "MetaProperty":
        break;
      default: {
        // Asking whether a name exists does no harm when it does not.
        if (node.operator === "typeof" && (node.argument as Tree).type === "Identifier") break;
        const block = /^(Block|For|ForIn|ForOf|Switch)Statement$/.test(node.type);
        const inner = block ? new Scope(scope, false) : scope;
        for (const [key, value] of Object.entries(node)) if (key !== "loc") visit(value, inner);
      }
    }
  };
  visit(program as unknown as Tree, new Scope(undefined, true));

  const seen = new Map<string, Node>();
  for (const { name, scope, node } of uses)
    if (!KNOWN.has(name) && !scope.knows(name) && !seen.has(name)) seen.set(name, node);
  return [...seen].map(
    ([name, node]) => `${line(node)}: ${name} tidak dikenal · is not known to Apps Script`,
  );
}

function memberFaults(program: Program, code: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const inner of node) visit(inner);
    if (!isTree(node)) return;
    const { property, computed } = node as Tree & { property?: Tree; computed?: boolean };
    if (node.type === "MemberExpression") {
      const name = computed ? property?.value : property?.name;
      if (FORBIDDEN_MEMBERS.has(String(name)))
        found.push(`${line(node)}: .${name} tidak boleh dipakai · must not be used`);
    }
    for (const [key, value] of Object.entries(node)) if (key !== "loc") visit(value);
  };
  visit(program);
  if (!code.includes("@OnlyCurrentDoc")) found.push("@OnlyCurrentDoc tidak ada · is missing");
  return found;
}
