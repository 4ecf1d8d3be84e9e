// Mounts the sidebar in Excel's task pane, once office.js says which host it is in.
import "./commands";
import { mount } from "../sidebar/app";
import { excelHost } from "./host";

const root = document.getElementById("ucj");

Office.onReady((info) => {
  if (root) mount(root, info.host === null ? null : excelHost());
});
