// Mounts the sidebar in Google Sheets.
import { mount } from "../sidebar/app";
import { sheetsHost } from "./host";

const root = document.getElementById("ucj");
if (root) mount(root, sheetsHost(navigator.language.toLowerCase().startsWith("en") ? "en" : "id"));
