// Loaded before clasp by NODE_OPTIONS: sends its Google API calls to the fake on this computer; clasp itself is untouched.
import { createRequire } from "node:module";

const [, script = ""] = process.argv;
if (/[\\/]@google[\\/]clasp[\\/]/.test(script)) {
  const { google } = createRequire(script)("googleapis");
  for (const name of ["script", "drive"]) {
    const make = google[name].bind(google);
    google[name] = (options) => make({ ...options, rootUrl: process.env.UCJ_FAKE_GOOGLE });
  }
}
