// Several ranges of a sheet that are changed in one call.
import { Service } from "./guard";
import type { Range } from "./range";

export class RangeList extends Service {
  constructor(readonly ranges: readonly Range[]) {
    super("RangeList");
  }
  getRanges(): Range[] {
    return [...this.ranges];
  }
  setBackground(color: string | null): this {
    const [first] = this.ranges;
    first?.sheet.desk.edit(
      ...this.ranges.map(
        ({ sheet, zone }) => ({ do: "style", sheet: sheet.id, zone, style: { fill: color ?? "" } }) as const,
      ),
    );
    return this;
  }
  clearContent(): this {
    const [first] = this.ranges;
    first?.sheet.desk.edit(
      ...this.ranges.map(
        ({ sheet, zone }) => ({ do: "clear", sheet: sheet.id, zone, what: "contents" }) as const,
      ),
    );
    return this;
  }
}
