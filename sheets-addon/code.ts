// What the menu and the sidebar call in Code.js; the build adds one top-level function for each entry point.
export { onInstall, onOpen, ucjPanels, ucjShowSidebar } from "./menu";
export {
  ucjAppendRows,
  ucjCalculate,
  ucjDrawn,
  ucjGoTo,
  ucjLocale,
  ucjOpen,
  ucjReadBook,
  ucjReadCells,
  ucjReadSelection,
  ucjReadSheet,
  ucjRedraw,
  ucjSurvey,
  ucjUndo,
  ucjWrite,
  ucjWriteCells,
  ucjWriteRows,
  ucjWriteRuns,
} from "./server";
