// Measures the diagnosis on invented regions with one injected fault each, and writes the tables to docs/diagnosis.md.
import { writeFileSync } from "node:fs";
import type { Finding } from "../core/checks/check";
import { CHECKS, diagnose } from "../core/checks/diagnose";
import { readFigures } from "../core/checks/figures";
import type { Words } from "../core/words";
import { EVIDENCE, type Evidence, evidenceOf, FAULTS, type Fault, type Faulty } from "./diagnosis/faults";
import { printed, randomFrom, reportOf } from "./diagnosis/regions";

const OUTCOMES = ["right", "among several", "broken, unnamed", "silent", "wrong"] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What the diagnosis said, judged by its claims: a reading or a repair that is not the fault is wrong. */
function judge(findings: readonly Finding[], isRight: Faulty["isRight"]): Outcome {
  const claims = findings.filter((finding) => finding.reading !== undefined);
  if (findings.some((finding) => finding.open === undefined && isRight(finding)))
    return claims.some((finding) => !isRight(finding)) ? "wrong" : "right";
  if (claims.length > 0) return "wrong";
  if (findings.some((finding) => finding.severity === "error" && finding.open && isRight(finding)))
    return "among several";
  return findings.some(({ severity }) => severity === "error" || severity === "warning")
    ? "broken, unnamed"
    : "silent";
}

type Counts = Record<Outcome, number>;
const none = (): Counts => ({ right: 0, "among several": 0, "broken, unnamed": 0, silent: 0, wrong: 0 });
const sum = (counts: Counts): number => OUTCOMES.reduce((all, outcome) => all + counts[outcome], 0);

export interface Measured {
  readonly clean: { regions: number; silent: number; notes: number; flagged: number };
  readonly faults: readonly ({ readonly fault: Fault } & Readonly<Record<Evidence, Counts>>)[];
}

/** Diagnoses `regions` clean regions, and as many with each fault. */
export function measure(seed: number, regions: number): Measured {
  const random = randomFrom(seed);
  const clean = { regions, silent: 0, notes: 0, flagged: 0 };
  for (let i = 0; i < regions; i++) {
    const found = diagnose(readFigures(printed(reportOf(random))));
    if (found.some(({ severity }) => severity === "warning" || severity === "error")) clean.flagged++;
    else if (found.length > 0) clean.notes++;
    else clean.silent++;
  }
  const faults = FAULTS.map((fault) => {
    const counts = { twice: none(), once: none(), less: none() };
    for (let made = 0; made < regions; ) {
      const faulty = fault.inject(random, reportOf(random));
      if (!faulty) continue;
      made++;
      counts[evidenceOf(faulty)][judge(diagnose(readFigures(faulty.figures)), faulty.isRight)]++;
    }
    return { fault, ...counts };
  });
  return { clean, faults };
}

export const isLabel = ({ label }: Fault): boolean => label;

/** The only reading proposed is the right one. */
export const ALONE: readonly Outcome[] = ["right"];
/** The right reading is named: alone, or among several that fit the figures equally well. */
export const NAMED: readonly Outcome[] = ["right", "among several"];

/** Of the faults, how many had such an outcome. */
export function recall(
  { faults }: Measured,
  tiers: readonly Evidence[],
  of: (fault: Fault) => boolean,
  outcomes: readonly Outcome[],
): number {
  const counts = faults.filter(({ fault }) => of(fault)).flatMap((row) => tiers.map((tier) => row[tier]));
  const found = counts.reduce((all, one) => all + outcomes.reduce((n, outcome) => n + one[outcome], 0), 0);
  return found / counts.reduce((all, one) => all + sum(one), 0);
}

/** Of everything the diagnosis claimed, how much was right. */
export function precision({ faults }: Measured): number {
  const counts = faults.flatMap((row) => EVIDENCE.map((tier) => row[tier]));
  const right = counts.reduce((all, one) => all + one.right, 0);
  return right / (right + counts.reduce((all, one) => all + one.wrong, 0));
}

/** A sample small enough for a test to repeat, by which a stale page is found out. */
export function sampleLine(): string {
  const { clean, faults } = measure(11, 60);
  const cells = faults.map((row) =>
    OUTCOMES.map((outcome) => EVIDENCE.reduce((all, tier) => all + row[tier][outcome], 0)).join("/"),
  );
  return `${clean.silent}/${clean.notes}/${clean.flagged} · ${cells.join(" · ")}`;
}

const TIERS: Readonly<Record<Evidence, Words>> = {
  twice: {
    id: "Setiap angka yang benar dikuatkan angka lain",
    en: "each correct figure is confirmed by others",
  },
  once: {
    id: "Angka yang benar pas cukup: tiga yang bebas",
    en: "just enough correct figures: three independent ones",
  },
  less: { id: "Angka yang benar kurang dari itu", en: "fewer correct figures" },
};

const HEADS: Readonly<Record<Outcome, string>> = {
  right: "tepat / right",
  "among several": "di antara beberapa / among several",
  "broken, unnamed": "janggal, tanpa nama / broken, unnamed",
  silent: "diam / silent",
  wrong: "keliru / wrong",
};

type Cell = string | number;
const row = (cells: readonly Cell[]): string => `| ${cells.join(" | ")} |`;
const table = (heads: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [row(heads), row(heads.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(row)].join("\n");

const confusion = ({ faults }: Measured, tier: Evidence): string =>
  table(
    ["kesalahan / fault", ...OUTCOMES.map((outcome) => HEADS[outcome]), "n"],
    faults.map(({ fault: { label, name }, [tier]: counts }) => [
      `${name.id} / ${name.en}${label ? " (label)" : ""}`,
      ...OUTCOMES.map((outcome) => counts[outcome]),
      sum(counts),
    ]),
  );

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function page(regions: number): string {
  const measured = measure(2025, regions);
  const { clean } = measured;
  return `<!-- Made by tools/diagnosis.ts: node tools/run.mjs diagnosis -->
# Diagnosis

${regions} daerah rekaan tanpa kesalahan, lalu sebanyak itu untuk setiap jenis kesalahan, masing-masing dengan satu kesalahan. Angkanya dicetak seperti di siaran pers: sebagian saja, dibulatkan atau dipotong, kadang "343 ribu" atau "sekitar 50 ribu". **Tepat** berarti angka yang benar disebut dengan bacaan yang benar; bacaan atau perbaikan lain dihitung **keliru**.

${regions} invented regions without a fault, then as many for each fault, each with one fault. They are printed as press releases print: some figures only, rounded or cut off, now and then "343 ribu" or "sekitar 50 ribu". **Right** means the right figure with the right reading; any other reading or repair counts as **wrong**.

## Tanpa kesalahan / without a fault

${table(["diam / silent", "catatan / note", "peringatan atau galat / warning or error", "n"], [[clean.silent, clean.notes, clean.flagged, clean.regions]])}

## Ringkasan / summary

Presisi semua klaim / precision of all claims: **${percent(precision(measured))}**.

${table(
  ["kesalahan label / label faults", "disebut / named", "sendirian / alone"],
  (
    [
      [["twice"], TIERS.twice],
      [
        ["twice", "once"],
        {
          id: "**Tiga angka benar yang bebas, atau lebih**",
          en: "**three independent correct figures, or more**",
        },
      ],
      [
        EVIDENCE,
        { id: "Semua, juga yang angkanya terlalu sedikit", en: "all, those of too few figures too" },
      ],
    ] as const
  ).map(([tiers, words]) => [
    `${words.id} / ${words.en}`,
    percent(recall(measured, tiers, isLabel, NAMED)),
    percent(recall(measured, tiers, isLabel, ALONE)),
  ]),
)}

**Disebut**: angka yang salah label disebut bersama label yang benar, sebagai satu-satunya bacaan atau di antara beberapa bacaan yang sama-sama membuat semua angka cocok. **Sendirian**: tanpa bacaan lain. Selisih keduanya hampir seluruhnya dua kesalahan yang saling mencerminkan: pada angkatan kerja 140.940, "peserta aktif 91.543" dan "cakupan 35,05 %" sama baiknya dijelaskan oleh label orang yang salah dan oleh label persen yang salah. Angka saja tidak bisa memutuskan, jadi diagnosis menyebut keduanya dan tidak memilih.

**Named**: the mislabelled figure is named with its right label, as the only reading or among several that make all numbers agree equally well. **Alone**: with no other reading beside it. Between the two lie almost only two faults that mirror each other: of a labour force of 140,940, "91,543 active" and "coverage 35.05 %" are explained just as well by a wrong label on the people as by one on the percentage. Numbers alone cannot decide, so the diagnosis lists both and chooses neither.

${EVIDENCE.map((tier) => `## ${TIERS[tier].id} / ${TIERS[tier].en}\n\n${confusion(measured, tier)}`).join("\n\n")}

## Pemeriksaan / checks

${CHECKS.map(({ name, about }) => `- \`${name}\`: ${about.id} / ${about.en}`).join("\n")}

Sampel kecil / small sample: ${sampleLine()}
`;
}

export async function main(): Promise<void> {
  writeFileSync("docs/diagnosis.md", page(10000));
}
