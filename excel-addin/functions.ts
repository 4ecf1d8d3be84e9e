// Joins every function of the catalogue to Excel. Runs before anything else in the task pane, without waiting.
import { call } from "../core/call";
import { catalogue } from "../core/catalogue";
import type { Refusal } from "../core/refuse";

const sentence = ({ refusal }: Refusal): string =>
  Office.context?.displayLanguage?.toLowerCase().startsWith("id") ? refusal.id : refusal.en;

/** Only #VALUE! and #N/A carry a sentence in Excel. */
const errorOf = (refusal: Refusal): CustomFunctions.Error =>
  new CustomFunctions.Error(
    refusal.as === "missing"
      ? CustomFunctions.ErrorCode.notAvailable
      : CustomFunctions.ErrorCode.invalidValue,
    sentence(refusal),
  );

function carry(refusal: Refusal, alone: boolean): CustomFunctions.Error {
  const error = errorOf(refusal);
  if (alone) throw error;
  return error;
}

for (const fn of catalogue)
  CustomFunctions.associate(fn.name, (...args: unknown[]) => {
    // Excel adds its invocation object behind the arguments, and leaves an argument out as null.
    const given = fn.params.map((param, i) => (args[i] === null && param.optional ? undefined : args[i]));
    const answer = call(fn, given, carry);
    return Array.isArray(answer) ? answer : [[answer]];
  });
