// Figures in a pasted press text: each number with what the words around it say it is; unclear ones are asked, never guessed.
import { readDate } from "../../dates";
import { readNumber } from "../../numbers";
import { isRefusal } from "../../refuse";
import type { Words } from "../../words";
import { figureFrom } from "../figures";
import type { Item } from "./items";
import { OTHER, SEGMENT_WORDS, type Slot } from "./labels";

export interface Press {
  readonly items: readonly Item[];
  /** Numbers that have two readings, with what to type instead. */
  readonly left: readonly Words[];
}

/** What a word near a number says of it; several slots are asked. */
interface Cue {
  readonly words: RegExp;
  readonly people?: readonly Slot[];
  readonly share?: readonly Slot[];
  readonly segment?: string;
  /** Says something of the number right after it alone. */
  readonly next?: true;
  /** Added to the distance: a vague word counts only when nothing better is near. */
  readonly vague?: number;
}

const DATE =
  /\b\d{1,2}\s+(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|january|february|march|may|june|july|august|october|december)\s+(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\b/gi;

const NUMBER =
  /(?:(?:sekitar|sekira|kurang lebih|lebih kurang|hampir|lebih dari|about|around|nearly|more than|±)\s+)?(?:rp\.?\s*)?(?<![\w.,])\d+(?:[.,]\d+)*(?:\s*(?:ribu|rb|juta|jt|miliar|milyar|triliun|thousand|million)\b)?(?:\s*(?:persen poin|poin persen|percentage points|poin\b|persen\b|per ?cent\b|%|orang\b|org\b|jiwa\b|pekerja(?! (?:yang )?(?:aktif|terlindungi|terdaftar))\b|peserta(?! aktif)\b|tenaga kerja(?! aktif)\b|people\b|workers\b))?/gi;

/** A count of something else than people. */
const OTHER_THINGS =
  /^\s*(?:desa|kelurahan|kecamatan|kabupaten|kota|provinsi|opd|skpd|perusahaan|badan usaha|tahun|bulan|hari|jam|kali|program|segmen|unit|titik|hektar|ha\b|km\b|santunan|kasus|villages|districts|years|months)/i;

/** The first to match a stretch of text keeps it, so "belum terdaftar" is not "terdaftar". */
const CUES: readonly Cue[] = [
  {
    words: /target nasional|secara nasional|nasional|(?:pada |tahun |di )+2045|national target/gi,
    people: [OTHER],
    share: [OTHER],
  },
  {
    words: /pertumbuhan|tumbuh|kenaikan (?:minimal|sebesar)|minimal(?= \d)|growth/gi,
    share: [OTHER],
    people: [OTHER],
  },
  {
    words:
      /(?:masih |yang )*belum (?:ter|di|men|masuk|ikut|mem)[a-z-]+(?: (?:menjadi )?peserta(?: aktif)?)?|sisanya|tidak terlindungi|not (?:yet )?(?:covered|protected|registered)|uncovered/gi,
    people: ["uncovered"],
    share: ["uncoveredShare"],
  },
  {
    words: /(?:dari|terhadap|capaian|realisasi) target(?:nya)?|of (?:the|its) target/gi,
    people: ["targetWorkers"],
    share: ["achievement"],
  },
  {
    words: /kekurangan|selisih|\bgap\b|kesenjangan|shortfall/gi,
    people: ["gap", "uncovered"],
    share: ["gapPoints", "uncoveredShare"],
  },
  {
    words: /menambah|penambahan|tambahan|bertambah|adding|additional/gi,
    people: ["addition"],
    share: ["change.points", "gapPoints"],
  },
  {
    words: /menjadi(?= (?:sekitar |sebanyak |sebesar )?\d)|becoming/gi,
    people: ["targetWorkers"],
    share: ["target", "coverage"],
    next: true,
  },
  {
    words:
      /(?:me|di)?targetkan|target(?:nya)?|hingga(?= (?:sekitar )?\d[\d.,]*\s*(?:persen|%))|aims? (?:at|for)/gi,
    people: ["targetWorkers"],
    share: ["target"],
  },
  {
    words:
      /penduduk (?:yang )?bekerja|angkatan kerja|(?:estimasi |total )*(?:potensi|semesta)(?: (?:tenaga kerja|pekerja))?|dari total|total (?:pekerja|tenaga kerja)|labou?r force|working population/gi,
    people: ["labor"],
  },
  { words: /(?:jumlah )?penduduk|population/gi, people: ["population"] },
  {
    words:
      /peserta aktif|kepesertaan(?: aktif)?|(?:sudah |telah |baru |yang )*(?:terlindungi|terdaftar|ter-?cover|dilindungi|menjadi peserta)(?: aktif)?|(?:pekerja|tenaga kerja|tk) aktif|active participants|(?:are )?(?:covered|protected|registered)/gi,
    people: ["active"],
    share: ["coverage"],
  },
  { words: /cakupan|coverage|tingkat perlindungan|\bucj\b/gi, share: ["coverage"] },
  { words: /capaian|realisasi|pencapaian/gi, share: ["coverage", "achievement"] },
  { words: /anggaran|\bdana\b|budget/gi, people: ["budget"] },
  { words: /iuran|premi\b/gi, people: ["contribution"] },
  ...SEGMENT_WORDS.map(([segment, words]): Cue => ({ words, segment })),
  {
    words: /\bdari(?= (?:sekitar )?\d[\d.,]*\s*(?:persen|%))/gi,
    share: ["coverage", "previous.coverage"],
    next: true,
  },
  { words: /\bdari(?= (?:sekitar )?\d)/gi, people: ["labor"], vague: 8, next: true },
];

interface Found {
  readonly cue: Cue;
  readonly from: number;
  readonly to: number;
}

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly share: boolean;
  readonly points: boolean;
  readonly figure: ReturnType<typeof figureFrom>;
}

/** Farther away a word says nothing. */
const REACH = 75;
/** Two meanings closer than this are both possible. */
const CLOSE = 10;

const COUNTERPART: Readonly<Record<Slot, Slot>> = {
  active: "coverage",
  coverage: "active",
  uncovered: "uncoveredShare",
  uncoveredShare: "uncovered",
  targetWorkers: "target",
  target: "targetWorkers",
};

/** Sentences end at a full stop before a capital; a stop inside a number is none. */
function sentencesOf(text: string): readonly [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  for (const end of text.matchAll(/[.!?](?=\s+["“(]?[A-Z])|\n+/g)) {
    found.push([from, end.index]);
    from = end.index + end[0].length;
  }
  found.push([from, text.length]);
  return found;
}

function cuesOf(text: string, numbers: readonly Token[]): readonly Found[] {
  const taken = new Uint8Array(text.length);
  const found: Found[] = [];
  for (const { from, to } of numbers) taken.fill(1, from, to);
  for (const cue of CUES)
    for (const match of text.matchAll(cue.words)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (taken.subarray(from, to).some((one) => one === 1)) continue;
      taken.fill(1, from, to);
      found.push({ cue, from, to });
    }
  return found.sort((a, b) => a.from - b.from);
}

/** How far a word is from a number: breaks in the sentence, and numbers in between, count as distance. */
function distance(text: string, number: Token, { cue, from, to }: Found, numbers: readonly Token[]): number {
  const after = from >= number.to;
  const [start, end] = after ? [number.to, from] : [to, number.from];
  const between = text.slice(start, end);
  const breaks =
    between.match(/[,;:]|\b(?:sedangkan|sementara|dari|dan|atau|namun|while|and)\b/gi)?.length ?? 0;
  const crossed = numbers.filter((one) => one.from >= start && one.to <= end).length;
  return end - start + (after ? 3 : 0) + 14 * breaks + 30 * crossed + (cue.vague ?? 0);
}

interface Guess {
  readonly slots: readonly Slot[];
  readonly cost: number;
}

function guessOf(text: string, number: Token, cues: readonly Found[], numbers: readonly Token[]): Guess {
  const best = new Map<string, { slots: readonly Slot[]; cost: number }>();
  for (const found of cues) {
    const { cue } = found;
    let slots = number.share ? cue.share : cue.people;
    const cost = distance(text, number, found, numbers);
    if (cost > REACH || (cue.next && (found.to > number.from || cost > 30))) continue;
    if (cue.segment !== undefined) {
      // Segments follow one another; only the name right before a number is its own.
      if (found.to > number.from || cost > 30) continue;
      slots = segmentSlots(cue.segment, number, found, cues);
    }
    if (!slots) continue;
    if (number.points) slots = ["change.points", "gapPoints"];
    // "naik dari 30 menjadi 35 persen" has happened; "targetnya naik dari 30 menjadi 35 persen" has not.
    const key = slots.join();
    if (cost < (best.get(key)?.cost ?? Number.POSITIVE_INFINITY)) best.set(key, { slots, cost });
  }
  const ranked = [...best.values()].sort((a, b) => a.cost - b.cost);
  const [first] = ranked;
  if (!first) return { slots: number.points ? ["change.points", "gapPoints"] : [], cost: REACH };
  const near = ranked.filter(({ cost }) => cost < first.cost + CLOSE);
  return { slots: [...new Set(near.flatMap(({ slots }) => slots))], cost: first.cost };
}

/** The sentence's last word on what is counted, before the segments are named. */
function segmentSlots(segment: string, number: Token, own: Found, cues: readonly Found[]): readonly Slot[] {
  if (number.share) return [`segments.${segment}.coverage`];
  const said = cues.filter(({ cue, to }) => to <= own.from && cue.people && cue.segment === undefined).pop();
  const column = said?.cue.people?.[0];
  return (column === "active" || column === "labor" ? [column] : ["active", "labor"]).map(
    (one) => `segments.${segment}.${one}`,
  );
}

export function readPress(text: string): Press {
  const left: Words[] = [];
  const items: (Item & { readonly place: number })[] = [];
  const dates = [...text.matchAll(DATE)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
  const isOf = (from: number, to: number) => (date: { from: number; to: number }) =>
    from < date.to && to > date.from;

  const numbers = [...text.matchAll(NUMBER)].flatMap((match): Token[] => {
    const [printed] = match;
    const from = match.index;
    const to = from + printed.length;
    if (dates.some(isOf(from, to)) || !isCount(printed, text.slice(to))) return [];
    const points = /poin|points/i.test(printed);
    const read = readNumber(printed.replace(/persen poin|poin persen|percentage points/i, "poin").trim());
    if (isRefusal(read)) {
      left.push({ id: `${read.refusal.id}.`, en: `${read.refusal.en}.` });
      return [];
    }
    return [
      { text: printed.trim(), from, to, share: read.unit === "percent", points, figure: figureFrom(read) },
    ];
  });

  for (const date of dates) {
    const before = text.slice(Math.max(0, date.from - 24), date.from);
    if (readDate(date.text) === undefined && !/[a-z]/i.test(date.text)) continue;
    const told = /(?:\bper|hingga|sampai|posisi|data|as of|until)\s*(?:tanggal\s*)?$/i.test(before);
    items.push({
      place: date.from,
      label: around(text, date.from, date.to),
      printed: date.text,
      share: false,
      slot: told ? "asOf" : null,
      choices: ["asOf"],
    });
  }

  const cues = cuesOf(text, numbers);
  for (const [start, end] of sentencesOf(text)) {
    const own = numbers.filter(({ from }) => from >= start && from < end);
    const said = cues.filter(({ from }) => from >= start && from < end);
    const aims = said.some(({ cue }) => cue.share?.length === 1 && cue.share[0] === "target");
    let guesses = own.map((number) => guessOf(text, number, said, own));
    if (aims) guesses = guesses.map(aiming);
    guesses = paired(text, own, guesses);
    own.forEach((number, i) => {
      const { slots } = guesses[i] as Guess;
      items.push({
        place: number.from,
        label: around(text, number.from, number.to),
        printed: number.text,
        figure: number.figure,
        share: number.share,
        slot: slots.length === 1 ? (slots[0] as Slot) : null,
        choices: slots.filter((slot) => slot !== OTHER),
      });
    });
  }
  return { items: items.sort((a, b) => a.place - b.place).map(({ place, ...item }) => item), left };
}

/** A share, a number with its unit, or one written with thousands marks; years, articles and counts of things are none. */
function isCount(printed: string, next: string): boolean {
  if (/%|persen|cent|poin|points/i.test(printed)) return true;
  if (OTHER_THINGS.test(next)) return false;
  if (/[a-z]/i.test(printed.replace(/^\D+/, "")) || /^rp/i.test(printed)) return true;
  return /\d[.,]\d{3}(?!\d)/.test(printed) || /^\d{5,9}$/.test(printed.replace(/\D/g, ""));
}

/** Where a sentence speaks of a target, "dari … menjadi …" goes from what is to what is wanted. */
function aiming(guess: Guess): Guess {
  const { slots, cost } = guess;
  if (slots.includes("target") && slots.every((slot) => slot === "target" || slot === "coverage"))
    return { slots: ["target"], cost };
  if (slots.join() === "coverage,previous.coverage") return { slots: ["coverage"], cost };
  return guess;
}

/** "16.684 pekerja atau 22,77 persen": two ways to say one thing, so the surer of the two names the other. */
function paired(text: string, numbers: readonly Token[], guesses: readonly Guess[]): Guess[] {
  const after = [...guesses];
  for (let i = 1; i < numbers.length; i++) {
    const [a, b] = [numbers[i - 1] as Token, numbers[i] as Token];
    if (a.share === b.share) continue;
    const between = text.slice(a.to, b.from);
    if (
      !/^[^,;.\d]{0,45}(?:\batau|\(|setara|\bor\b)\s*(?:setara |sebesar |sebanyak |dengan |sekitar )*$/i.test(
        between,
      )
    )
      continue;
    const [first, second] = [after[i - 1] as Guess, after[i] as Guess];
    const [surer, other, at] = first.cost <= second.cost ? [first, second, i] : [second, first, i - 1];
    const slot = surer.slots.length === 1 ? COUNTERPART[surer.slots[0] as Slot] : undefined;
    if (slot && other.cost > 2) after[at] = { slots: [slot], cost: surer.cost };
  }
  return after;
}

/** A number in its words, for the planner to recognise. */
function around(text: string, from: number, to: number): string {
  const start = text.slice(Math.max(0, from - 40), from).replace(/^\S*\s/, "");
  const end = text.slice(to, to + 30).replace(/\s\S*$/, "");
  return `… ${start}${text.slice(from, to)}${end} …`.replace(/\s+/g, " ");
}
