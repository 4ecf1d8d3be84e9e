// What a web server says with each file of the Excel site, once, and the same in the words of four kinds of server.

/** Only the site itself and Microsoft's office.js. Excel on the web shows the pane in a frame, so framing stays open. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' https://appsforoffice.microsoft.com",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

type Headers = Readonly<Record<string, string>>;

const EVERYWHERE: Headers = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};
/** Asked for again each time, answered with 304: Excel's own 24 hours for functions.json are long enough. */
const FRESH: Headers = { "Cache-Control": "no-cache" };
/** Excel on the web reads the function list from its own origin. */
const SHARED: Headers = { "Access-Control-Allow-Origin": "*" };

interface Group {
  readonly extensions: readonly string[];
  readonly headers: Headers;
}

/** Icons get no Cache-Control: Office replaces an icon that comes with one by a standard picture. */
const GROUPS: readonly Group[] = [
  { extensions: ["html", "js", "css"], headers: FRESH },
  { extensions: ["json"], headers: { ...FRESH, ...SHARED } },
];

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  xml: "application/xml; charset=utf-8",
};

const extensionOf = (path: string): string => /\.(\w+)$/.exec(path)?.[1] ?? "";

export function headersFor(path: string): Headers {
  const extension = extensionOf(path);
  const group = GROUPS.find(({ extensions }) => extensions.includes(extension));
  return { ...EVERYWHERE, ...group?.headers, "Content-Type": TYPES[extension] ?? "application/octet-stream" };
}

const lines = (headers: Headers, line: (name: string, value: string) => string): string[] =>
  Object.entries(headers).map(([name, value]) => line(name, value));

const quoted = (value: string): string => `"${value.replace(/"/g, '\\"')}"`;

/** Netlify and Cloudflare Pages. `_headers` lies at the root of the domain, whatever the path of the site. */
function netlify(path: string): string {
  const block = (pattern: string, headers: Headers): string =>
    [`${path}/${pattern}`, ...lines(headers, (name, value) => `  ${name}: ${value}`)].join("\n");
  return `${[
    block("*", EVERYWHERE),
    ...GROUPS.flatMap(({ extensions, headers }) => extensions.map((end) => block(`*.${end}`, headers))),
  ].join("\n\n")}\n`;
}

/** Apache, as on most shared hosting. */
function apache(): string {
  const set = (headers: Headers, indent = ""): string[] =>
    lines(headers, (name, value) => `${indent}Header always set ${name} ${quoted(value)}`);
  const groups = GROUPS.flatMap(({ extensions, headers }) => [
    `<FilesMatch "\\.(${extensions.join("|")})$">`,
    ...set(headers, "  "),
    "</FilesMatch>",
  ]);
  return `${[...set(EVERYWHERE), ...groups, "AddType application/json .json", "Options -Indexes"].join("\n")}\n`;
}

/** A header set in an nginx location hides those set around it, so each location has them all. */
function nginx(path: string): string {
  const add = (headers: Headers): string[] =>
    lines(headers, (name, value) => `    add_header ${name} ${quoted(value)} always;`);
  const groups = GROUPS.flatMap(({ extensions, headers }) => [
    `  location ~ \\.(${extensions.join("|")})$ {`,
    ...add({ ...EVERYWHERE, ...headers }),
    "  }",
  ]);
  return `${[`location ${path}/ {`, ...add(EVERYWHERE).map((line) => line.slice(2)), ...groups, "}"].join("\n")}\n`;
}

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** Internet Information Services. Its own words for "no-cache" and for no Cache-Control at all. */
function iis(files: readonly string[]): string {
  const headers = (given: Headers): string[] =>
    lines(given, (name, value) => `<add name="${name}" value="${escaped(value)}" />`);
  const own = files.filter((file) => extensionOf(file) === "json");
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    "<configuration>",
    "  <system.webServer>",
    "    <staticContent>",
    '      <remove fileExtension=".json" />',
    '      <mimeMap fileExtension=".json" mimeType="application/json" />',
    '      <clientCache cacheControlMode="DisableCache" />',
    "    </staticContent>",
    "    <httpProtocol>",
    "      <customHeaders>",
    ...headers(EVERYWHERE).map((line) => `        ${line}`),
    "      </customHeaders>",
    "    </httpProtocol>",
    "  </system.webServer>",
    '  <location path="icons">',
    "    <system.webServer>",
    '      <staticContent><clientCache cacheControlMode="NoControl" /></staticContent>',
    "    </system.webServer>",
    "  </location>",
    ...own.flatMap((file) => [
      `  <location path="${escaped(file)}">`,
      "    <system.webServer>",
      "      <httpProtocol>",
      "        <customHeaders>",
      ...headers(SHARED).map((line) => `          ${line}`),
      "        </customHeaders>",
      "      </httpProtocol>",
      "    </system.webServer>",
      "  </location>",
    ]),
    "</configuration>",
    "",
  ].join("\n");
}

/** Files for the site's folder, by path; a server that does not know one ignores it. */
export const serverFiles = (base: string, files: readonly string[]): Record<string, string> => {
  const path = new URL(base).pathname.replace(/\/$/, "");
  return {
    _headers: netlify(path),
    ".htaccess": apache(),
    "web.config": iis(files),
    "nginx.conf": nginx(path),
  };
};
