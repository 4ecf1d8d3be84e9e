// The pictures of the guides in panel Bantuan; loaded when the first of them is opened.
import type { Language, Words } from "../../core/words";
import check from "../pictures/check.webp";
import functions from "../pictures/functions.webp";
import share from "../pictures/share.webp";
import table from "../pictures/table.webp";

const WORDS = {
  picture: { id: "Gambar, bukan tombol sungguhan", en: "A picture, not the real buttons" },
} as const satisfies Record<string, Words>;

/** By panel; made by tests/e2e/help.test.ts. */
const PICTURES: Readonly<Record<string, string>> = { functions, table, check, share };

interface PictureProps {
  readonly panel: string;
  /** For those who do not see it. */
  readonly shows: Words;
  readonly language: Language;
}

export function Picture({ panel, shows, language }: PictureProps) {
  return (
    <figure>
      <img src={PICTURES[panel]} alt={shows[language]} />
      <figcaption>{WORDS.picture[language]}</figcaption>
    </figure>
  );
}
