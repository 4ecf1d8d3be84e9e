// Lets jest read TypeScript (and the few ES-module packages) through esbuild, the tool that also builds what ships.
const { transformSync } = require("esbuild");

module.exports = {
  process(source, path) {
    const loader = /\.tsx?$/.test(path) ? (path.endsWith("x") ? "tsx" : "ts") : "js";
    const { code } = transformSync(source, {
      loader,
      format: "cjs",
      target: "node20",
      // A panel that is loaded when opened: at once, in a test.
      supported: { "dynamic-import": false },
      sourcemap: "inline",
      sourcefile: path,
      jsx: "automatic",
      jsxImportSource: "preact",
    });
    return { code };
  },
};
