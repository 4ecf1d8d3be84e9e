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

/** The lower end of "30 hingga 40 persen"; "dari 30 hingga 40 persen" is a change. */
const RANGE = /(?<!\bdari (?:sekitar )?[\d.,]*)(?<![\d.,])(\d[\d.,]*\s*(?:hingga|sampai|[-–])\s*)$/i;

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
    words:
      /pertumbuhan|tumbuh|kenaikan (?:minimal|sebesar)|minimal(?: [a-z]+){0,3}(?= \d)|dari (?:capaian |cakupan |realisasi )?tahun (?:sebelumnya|lalu)|growth/gi,
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
    words: /dari target(?:nya)?(?= (?:sebesar )?\d)/gi,
    people: ["targetWorkers"],
    share: ["target"],
    next: true,
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
      /(?:menargetkan|(?:di)?targetkan|target(?:nya)?)(?: (?:meningkatkan|capaian|cakupan|kepesertaan|ucj)\b)*|hingga(?= (?:sekitar )?\d[\d.,]*\s*(?:persen|%))|aims? (?:at|for)/gi,
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
  { words: /(?<!terdiri )\bdari(?= (?:sekitar )?\d)/gi, people: ["labor"], vague: 8, next: true },
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
/** Right at the number. */
const BESIDE = 3;
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
    const cost = distance(text, number, found, numbers) + (isTaken(text, number, found, numbers) ? TAKEN : 0);
    if (cost > REACH || (cue.next && (found.to > number.from || cost > 30))) continue;
    if (!slots) continue;
    if (number.points) slots = ["change.points", "gapPoints"];
    // "naik dari 30 menjadi 35 persen" has happened; "targetnya naik dari 30 menjadi 35 persen" has not.
    const key = slots.join();
    if (cost < (best.get(key)?.cost ?? Number.POSITIVE_INFINITY)) best.set(key, { slots, cost });
  }
  const ranked = [...best.values()].sort((a, b) => a.cost - b.cost);
  const [first] = ranked;
  if (!first) return { slots: number.points ? ["change.points", "gapPoints"] : [], cost: REACH };
  // "minimal 20 persen" is a rule, whatever is said around it.
  const close = first.slots[0] === OTHER && first.cost < BESIDE ? BESIDE : CLOSE;
  const near = ranked.filter(({ cost }) => cost < first.cost + close);
  return { slots: [...new Set(near.flatMap(({ slots }) => slots))], cost: first.cost };
}

/** The word stands right beside another number, which it rather speaks of. */
const TAKEN = 12;
const isTaken = (text: string, number: Token, { from, to }: Found, numbers: readonly Token[]): boolean =>
  numbers.some(
    (one) =>
      one !== number &&
      one.share === number.share &&
      ((one.to <= from && /^\s*$/.test(text.slice(one.to, from))) ||
        (to <= one.from && /^\s*$/.test(text.slice(to, one.from)))),
  );

interface Named {
  readonly segment: string;
  /** What the name says, and where. */
  readonly found: Found;
}

/** The segment each number of a sentence belongs to: the one named right after it, or else the last one named before. */
function segmentsNamed(
  text: string,
  numbers: readonly Token[],
  cues: readonly Found[],
): ReadonlyMap<Token, Named> {
  const names = cues.flatMap((found) =>
    found.cue.segment === undefined ? [] : [{ segment: found.cue.segment, found }],
  );
  const owned = new Map<Token, Named>();
  const spent = new Set<Found>();
  for (const number of numbers) {
    const next = names.find(({ found }) => found.from >= number.to);
    if (!next || number.share || !BEFORE_ITS_NAME.test(text.slice(number.to, next.found.from))) continue;
    owned.set(number, next);
    // "3.300.717 pekerja formal PU": both words are of this number.
    for (const { segment, found } of names)
      if (segment === next.segment && found.from < next.found.to + 8 && found.from >= next.found.from)
        spent.add(found);
  }
  for (const number of numbers) {
    if (owned.has(number)) continue;
    const last = names.filter(({ found }) => found.to <= number.from).pop();
    if (!last || spent.has(last.found)) continue;
    if (/\b(?:total|seluruh|keseluruhan|overall)\b/i.test(text.slice(last.found.to, number.from))) continue;
    owned.set(number, last);
  }
  return owned;
}

const BEFORE_ITS_NAME =
  /^\s*(?:(?:pekerja|tenaga kerja|orang|peserta|aktif|di|pada|untuk|dari|segmen|sektor)\s+)*$/i;

/** Opens a sentence that breaks down what the one before spoke of. */
const BREAKDOWN =
  /^\s*(?:terdiri|terbagi|meliputi|rinciannya|perinciannya|rincian|yakni|yaitu|comprising)\b/i;

/** A word this close says more of a segment's number than what the sentence counts. */
const NEAR_ITS_WORD = 12;
/** A number this close to the segment's name is counted as the sentence counts. */
const NEAR_ITS_NAME = 30;

/** What a segment's number is: by its own words, or by the sentence's last word on what is counted before the names. */
function ofSegment(
  { segment, found }: Named,
  number: Token,
  guess: Guess,
  text: string,
  cues: readonly Found[],
  numbers: readonly Token[],
): Guess {
  const own = (...slots: readonly Slot[]): Guess => ({
    slots: slots.map((slot) => `segments.${segment}.${slot}`),
    cost: 0,
  });
  const [slot, ...others] = guess.slots;
  // The uncovered or the target of a segment are not tested, and may be the region's: asked.
  const asked: Guess = slot === OTHER ? guess : { slots: [...guess.slots, OTHER], cost: guess.cost };
  if (number.points) return guess;
  if (number.share) return slot === undefined || guess.slots.includes("coverage") ? own("coverage") : asked;
  // "43.700 dari 101.000 pekerja"
  if (/^\s*dari\s+(?:sekitar\s+)?\d/i.test(text.slice(number.to))) return own("active");
  const isNext = found.from >= number.to;
  const isFirst = isNext || !numbers.some(({ from }) => from >= found.to && from < number.from);
  const isNear = isNext || number.from - found.to < NEAR_ITS_NAME;
  if (isFirst && isNear && !(slot && guess.cost < NEAR_ITS_WORD)) {
    const said = cues.filter(({ cue, to }) => to <= found.from && cue.people && !cue.segment).pop();
    const column = said?.cue.people?.[0];
    return column === "active" || column === "labor" ? own(column) : own("active", "labor");
  }
  if (slot === undefined || others.length > 0) return own("active", "labor");
  return slot === "active" || slot === "labor" ? own(slot) : asked;
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
    const whole = RANGE.exec(text.slice(Math.max(0, from - 30), from))?.[1];
    if (whole !== undefined) {
      const quoted = `“${whole}${printed.trim()}”`;
      left.push({
        id: `${quoted} adalah rentang, jadi tidak ikut diuji.`,
        en: `${quoted} is a range, so it is not tested.`,
      });
      return [];
    }
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
  let last = 0;
  for (const [start, end] of sentencesOf(text)) {
    const own = numbers.filter(({ from }) => from >= start && from < end);
    const said = cues.filter(({ from }) => from >= start && from < end);
    const aims = said.some(({ cue }) => cue.share?.length === 1 && cue.share[0] === "target");
    let guesses = own.map((number) => guessOf(text, number, said, own));
    if (aims) guesses = guesses.map(aiming);
    guesses = paired(text, own, guesses);
    const before = BREAKDOWN.test(text.slice(start, end))
      ? cues.filter(({ from }) => from >= last && from < start)
      : [];
    last = start;
    const owned = segmentsNamed(text, own, said);
    guesses = guesses.map((guess, i) => {
      const number = own[i] as Token;
      const named = owned.get(number);
      return named ? ofSegment(named, number, guess, text, [...before, ...said], own) : guess;
    });
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
