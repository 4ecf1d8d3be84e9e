// Everything Code.js holds; the build adds one top-level function for each entry point and each UCJ function.
export { run } from "./functions";
export { onInstall, onOpen, ucjPanels, ucjShowSidebar } from "./menu";
export {
  ucjAppendRows,
  ucjCalculate,
  ucjGoTo,
  ucjInsertFormula,
  ucjLocale,
  ucjOpen,
  ucjReadBook,
  ucjReadCells,
  ucjReadSelection,
  ucjReadSheet,
  ucjSurvey,
  ucjUndo,
  ucjWrite,
  ucjWriteCells,
  ucjWriteRows,
  ucjWriteRuns,
} from "./server";
