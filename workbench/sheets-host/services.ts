// The other services a script finds: locks, language, small helpers, and those our manifest gives no right to.
import { Charts } from "./chart";
import type { Desk } from "./desk";
import { Exception, Service } from "./guard";
import { SpreadsheetApp } from "./spreadsheet";
import { HtmlService } from "./ui";
import { offset, ZONE } from "./values";

// What each of these would need in oauthScopes; asking for it would change what people must consent to.
const DENIED = {
  PropertiesService: "script.storage",
  UrlFetchApp: "script.external_request",
  DriveApp: "drive",
  GmailApp: "gmail",
  MailApp: "script.send_mail",
  CalendarApp: "calendar",
};
const UNKNOWN = [
  "CacheService",
  "CardService",
  "Browser",
  "XmlService",
  "ContentService",
  "LanguageApp",
  "Jdbc",
];

/** Every global name a script finds beyond the language itself. */
export function globals(desk: Desk, language: string): Record<string, unknown> {
  const services: Service[] = [
    new SpreadsheetApp(desk),
    new Charts(),
    new HtmlService(desk),
    new LockService(desk),
    new Session(language),
    new Utilities(),
    new ScriptApp(),
    new Logger(desk),
    ...UNKNOWN.map((name) => new Unknown(name)),
  ];
  const denied = Object.entries(DENIED).map(([name, scope]) => [name, refusing(name, scope)]);
  const given = services.map((service) => [service.title, desk.guard.give(service)]);
  return Object.fromEntries([...given, ...denied, ["console", desk.guard.give(new Console(desk))]]);
}

function refusing(name: string, scope: string): object {
  return new Proxy(
    {},
    {
      get: (_, member) => () => {
        throw new Exception(
          `Specified permissions are not sufficient to call ${name}.${String(member)}. Required permissions: https://www.googleapis.com/auth/${scope}`,
        );
      },
    },
  );
}

class Unknown extends Service {}

class LockService extends Service {
  constructor(readonly desk: Desk) {
    super("LockService");
  }
  getDocumentLock(): Lock {
    return new Lock(this.desk);
  }
  getScriptLock(): Lock {
    return new Lock(this.desk);
  }
}

class Lock extends Service {
  constructor(readonly desk: Desk) {
    super("Lock");
  }
  tryLock(_milliseconds: number): boolean {
    if (!this.desk.lockBusy) this.desk.locked = true;
    return this.desk.locked;
  }
  waitLock(milliseconds: number): void {
    if (!this.tryLock(milliseconds))
      throw new Exception("Lock timeout: another process was holding the lock for too long.");
  }
  hasLock(): boolean {
    return this.desk.locked;
  }
  releaseLock(): void {
    this.desk.locked = false;
  }
}

class Session extends Service {
  constructor(readonly language: string) {
    super("Session");
  }
  getActiveUserLocale(): string {
    return this.language;
  }
  getScriptTimeZone(): string {
    return ZONE;
  }
}

class Utilities extends Service {
  constructor() {
    super("Utilities");
  }
  sleep(_milliseconds: number): void {}
  /** The parts of a date that a pattern may name, and 'text'. */
  formatDate(date: Date, zone: string, pattern: string): string {
    const wall = new Date(date.getTime() + offset(date, zone)).toISOString();
    const [yyyy = "", MM = "", dd = "", HH = "", mm = "", ss = "", SSS = ""] = wall.split(/[-T:.Z]/);
    const parts: Record<string, string> = { yyyy, MM, dd, HH, mm, ss, SSS };
    return pattern.replace(/'([^']*)'|[a-zA-Z]+/g, (word, text) => {
      const part = text ?? parts[word];
      if (part === undefined) throw new Exception(`Invalid argument: format ${pattern}`);
      return part;
    });
  }
  getUuid(): string {
    return crypto.randomUUID();
  }
}

class ScriptApp extends Service {
  constructor() {
    super("ScriptApp");
  }
  get AuthMode() {
    return { NONE: "NONE", CUSTOM_FUNCTION: "CUSTOM_FUNCTION", LIMITED: "LIMITED", FULL: "FULL" };
  }
}

class Logger extends Service {
  constructor(readonly desk: Desk) {
    super("Logger");
  }
  log(...words: unknown[]): void {
    this.desk.logs.push(words.map(String).join(" "));
  }
}

class Console extends Service {
  constructor(readonly desk: Desk) {
    super("console");
  }
  log(...words: unknown[]): void {
    this.desk.logs.push(words.map(String).join(" "));
  }
  info(...words: unknown[]): void {
    this.log(...words);
  }
  warn(...words: unknown[]): void {
    this.log(...words);
  }
  error(...words: unknown[]): void {
    this.log(...words);
  }
}
