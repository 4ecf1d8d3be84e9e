// What may be pushed to Apps Script, and what the lint stops before it gets there.
import { readFileSync } from "node:fs";
import { lintScript } from "../../tools/lint-script";
import { PUBLIC_NAMES } from "../../tools/sheets-push";

const shell = (inside: string, after = ""): string =>
  `/** @OnlyCurrentDoc */\n"use strict";\nvar Ucj_ = (() => { ${inside} return {}; })();\nfunction UCJ_A() { return Ucj_.a(arguments); }\n${after}`;
const lint = (inside: string, after?: string): string[] =>
  lintScript(shell(inside, after), ["Ucj_", "UCJ_A"]);

test("the built Code.js has no problem", () => {
  expect(lintScript(readFileSync("dist/sheets/Code.js", "utf8"), PUBLIC_NAMES)).toEqual([]);
});

test.each([
  ["names of its own, hoisted and shadowed", "var a = b(); function b() { return c; } let c = 1;"],
  ["patterns, defaults, rest", "const f = ({ x, y: [z] = [1], ...rest }, w = x) => [x, z, rest, w]; f({});"],
  [
    "for, catch, labels",
    "out: for (const i of [1]) { try { continue out; } catch (e) { throw e; } } for (var j = 0; j < 1; j++) {} j = 2;",
  ],
  ["a var used outside its block", "if (true) { var v = 1; } v = 2;"],
  [
    "classes, methods, computed keys",
    "const k = 'a'; class P { [k]() { return new P(); } get b() { return this.b; } } new P();",
  ],
  ["property names that would be unknown globals", "const o = { window: 1, fetch: 2 }; o.window = o.fetch;"],
  ["asking whether a name exists", "if (typeof document === 'undefined') {}"],
  ["a named function expression", "const f = function g(n) { return n && g(n - 1); }; f(1);"],
  [
    "the services it has the scopes for",
    "SpreadsheetApp.getActive(); LockService.getDocumentLock(); HtmlService.createHtmlOutput('');",
  ],
])("passes %s", (_, inside) => {
  expect(lint(inside)).toEqual([]);
});

test.each<[fault: string, says: RegExp, problems: string[]]>([
  ["export", /not an ES2020 script/, lint("", "export { Ucj_ };")],
  ["a class field", /not an ES2020 script/, lint("class P { a = 1 }")],
  ["a logical assignment", /not an ES2020 script/, lint("let a; a ??= 1;")],
  ["a stray brace", /not an ES2020 script/, lint("", "};")],
  ["a helper at the top", /helper bocor/, lint("", "function helper() {}")],
  ["a value at the top", /secret bocor/, lint("", "const { secret } = {};")],
  ["code that runs at the top", /ExpressionStatement di tingkat teratas/, lint("", "Ucj_.start();")],
  ["a function that went missing", /UCJ_B tidak ada/, lintScript(shell(""), ["Ucj_", "UCJ_A", "UCJ_B"])],
  ["a timer", /setTimeout tidak dikenal/, lint("setTimeout(() => {}, 1);")],
  ["an implicit global", /leaked tidak dikenal/, lint("leaked = 1;")],
  ["an implicit global in a pattern", /leaked tidak dikenal/, lint("[leaked] = [1];")],
  ["a block's name outside it", /inner tidak dikenal/, lint("{ let inner = 1; } inner = 2;")],
  ["a caught error outside its handler", /wrong tidak dikenal/, lint("try {} catch (wrong) {} wrong;")],
  ["a name only in a nested function", /deep tidak dikenal/, lint("(() => { const deep = 1; })(); deep;")],
  ["the network", /UrlFetchApp tidak dikenal/, lint("UrlFetchApp.fetch('https://example.com');")],
  ["stored properties", /PropertiesService tidak dikenal/, lint("PropertiesService.getUserProperties();")],
  ["text run as code", /eval tidak dikenal/, lint("eval('1');")],
  ["text run as code, another way", /Function tidak dikenal/, lint("new Function('1')();")],
  [
    "text run as code, by way of a constructor",
    /\.constructor tidak boleh/,
    lint("(() => {}).constructor('1')();"),
  ],
  ["the global object", /globalThis tidak dikenal/, lint("globalThis.a = 1;")],
  ["another spreadsheet", /\.openById tidak boleh/, lint("SpreadsheetApp.openById('x');")],
  [
    "another spreadsheet, by a computed name",
    /\.openByUrl tidak boleh/,
    lint("SpreadsheetApp['openByUrl']('x');"),
  ],
  [
    "no promise to stay in this document",
    /@OnlyCurrentDoc/,
    lintScript(shell("").replace("@OnlyCurrentDoc", ""), ["Ucj_", "UCJ_A"]),
  ],
])("stops %s", (_, says, problems) => {
  expect(problems.join("\n")).toMatch(says);
});
