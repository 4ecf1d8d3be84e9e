// Every check on its own examples, through the whole diagnosis.
import { CHECKS, diagnose } from "../../../core/checks/diagnose";
import { readFigures } from "../../../core/checks/figures";

describe.each(CHECKS.map((check) => [check.name, check] as const))("%s", (name, { examples }) => {
  test.each(examples.map((example) => [example.note.en, example] as const))("%s", (_, { figures, gives }) => {
    const found = diagnose(readFigures(figures)).find(({ check }) => check === name);
    expect(found?.severity ?? "silent").toBe(gives);
  });
});
