// The ways from what was written: back, and there.
import type { Painted } from "../../core/tables/paint";
import type { Host, Written } from "../host";
import { editedSince, inTable } from "./edited";

export interface Ways {
  readonly undo?: () => Promise<void>;
  /** How many cells would lose what someone typed there since. */
  readonly edited?: () => Promise<number>;
  readonly open?: () => Promise<void>;
}

export const waysOf = (host: Host, table: Painted, written: Written): Required<Ways> => ({
  undo: () => host.undo(written),
  edited: () => editedSince(host, inTable(table), written.isNew ? [written.sheet] : []),
  open: () => host.open(written),
});
