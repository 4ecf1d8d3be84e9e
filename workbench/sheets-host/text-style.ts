// Text styles a script builds once and lays over many cells.
import type { CellStyle } from "../grid-types";
import { Service } from "./guard";

type Style = Pick<CellStyle, "bold" | "italic" | "underline" | "color" | "size">;

export class TextStyle extends Service {
  constructor(readonly style: Style) {
    super("TextStyle");
  }
  isBold(): boolean | null {
    return this.style.bold ?? null;
  }
  isItalic(): boolean | null {
    return this.style.italic ?? null;
  }
  isUnderline(): boolean | null {
    return this.style.underline ?? null;
  }
  getFontSize(): number | null {
    return this.style.size ?? null;
  }
  getForegroundColor(): string | null {
    return this.style.color ?? null;
  }
  copy(): TextStyleBuilder {
    return new TextStyleBuilder(this.style);
  }
}

export class TextStyleBuilder extends Service {
  #style: Style;

  constructor(style: Style = {}) {
    super("TextStyleBuilder");
    this.#style = style;
  }
  setBold(bold: boolean): this {
    return this.#with({ bold });
  }
  setItalic(italic: boolean): this {
    return this.#with({ italic });
  }
  setUnderline(underline: boolean): this {
    return this.#with({ underline });
  }
  setFontSize(size: number): this {
    return this.#with({ size });
  }
  setForegroundColor(color: string): this {
    return this.#with({ color });
  }
  build(): TextStyle {
    return new TextStyle(this.#style);
  }

  #with(change: Style): this {
    this.#style = { ...this.#style, ...change };
    return this;
  }
}
