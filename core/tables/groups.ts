// Tables "Kelompok dan ekosistem" (T5) and "Pegawai non-ASN per OPD" (T6): potential, covered, not covered, share of each.
import { HEADINGS, type Heading } from "../headers";
import { writeNumber } from "../numbers";
import { isRefusal, type Refusal, refuse } from "../refuse";
import type { Language, Words } from "../words";
import * as shared from "./columns";
import { picker, sumOf } from "./figures";
import { type Column, frame, type Got, type Plot, type Row } from "./frame";
import { ABOUT, aboutParameters, choice, footerOf, type Options, TARGET, type TableKind } from "./kind";
import * as say from "./messages";
import type { TableModel } from "./model";
import { rollUp } from "./rollup";
import type { Level, Source } from "./source";
import { TOTAL } from "./summary";
import { OF_PARAMETER } from "./targets";

/** A chart of more bars is a picture of nothing. */
const MOST_PLOTTED = 40;

interface Sort {
  readonly id: "group" | "agency";
  readonly words: Words;
  readonly about: Words;
  /** What the figures are called here. */
  readonly labor: Words;
  readonly active: Words;
  readonly uncovered: Words;
  readonly row: Words;
  readonly plural: Words;
  readonly example: TableKind["example"];
  readonly select: Words;
}

const GROUP: Sort = {
  id: "group",
  words: { id: "Kelompok dan ekosistem", en: "Groups and ecosystems" },
  about: {
    id: "Guru, tenaga kesehatan, perangkat desa, pekerja rentan dan kelompok lain: potensi, terlindungi, belum",
    en: "Teachers, health staff, village officials, vulnerable workers and others: potential, covered, not covered",
  },
  labor: { id: "Potensi", en: "Potential" },
  active: { id: "Terlindungi", en: "Covered" },
  uncovered: HEADINGS.uncovered.words,
  row: { id: "kelompok", en: "group" },
  plural: { id: "kelompok", en: "groups" },
  example: {
    cells: [
      ["Kelompok", "Potensi", "Terlindungi"],
      ["Perangkat gampong", 253305, 81622],
      ["Guru dan tenaga kependidikan", 56435, 13245],
      ["Pegawai non-ASN", 44834, 30277],
      ["Pekerja rentan", 689158, 2852],
      ["Tenaga kesehatan", 27364, 12347],
    ],
    typed: { region: "Provinsi Aceh", source: "apjn.net (2025)" },
  },
  select: {
    id: "Pilih blok beserta baris judulnya, misalnya Kelompok | Potensi | Terlindungi.",
    en: "Select the block with its heading row, such as Group | Potential | Covered.",
  },
};

const AGENCY: Sort = {
  id: "agency",
  words: { id: "Pegawai non-ASN per OPD", en: "Contract staff by agency" },
  about: {
    id: "Pegawai non-ASN tiap OPD: jumlah, terdaftar, belum terdaftar",
    en: "Contract staff of each agency: how many, registered, not registered",
  },
  labor: { id: "Jumlah non-ASN", en: "Contract staff" },
  active: { id: "Terdaftar", en: "Registered" },
  uncovered: { id: "Belum terdaftar", en: "Not registered" },
  row: { id: "OPD", en: "agency" },
  plural: { id: "OPD", en: "agencies" },
  example: {
    cells: [
      ["OPD", "Jumlah non-ASN", "Terdaftar"],
      ["Dinas Pendidikan", 620, 540],
      ["Dinas Kesehatan", 410, 395],
      ["Dinas Lingkungan Hidup", 380, 380],
      ["Dinas Perhubungan", 145, 96],
      ["Satpol PP", 130, 118],
      ["Sekretariat Daerah", 90, 70],
    ],
    typed: { source: "angka rekaan; jumlah terdaftarnya 1.599 seperti enam OPD Kota Kendari, Juni 2025" },
  },
  select: {
    id: "Pilih blok beserta baris judulnya, misalnya OPD | Jumlah non-ASN | Terdaftar.",
    en: "Select the block with its heading row, such as Agency | Contract staff | Registered.",
  },
};

const tableOf = (sort: Sort): TableKind => ({
  id: sort.id,
  words: sort.words,
  about: sort.about,
  wants: {
    // The place first, so that the group is the finest name and the places of one group are summed.
    names: ["province", "regency", "district", "village", "region", sort.id],
    columns: ["labor", "active", "uncovered", "asOf"],
    required: ["labor", "active"],
    row: sort.row,
    example: sort.select,
  },
  options: [
    ...ABOUT,
    { ...TARGET, about: { id: "Kosong: tanpa target", en: "Blank: no target" } },
    {
      id: "order",
      words: { id: "Urutan", en: "Order" },
      kind: "choice",
      choices: [
        choice("sheet", "Seperti di sumber", "As in the source"),
        choice("uncovered", "Belum terlindungi terbanyak dulu", "Most not covered first"),
        choice("coverage", "Cakupan tertinggi dulu", "Highest coverage first"),
      ],
      start: "sheet",
    },
  ],
  example: sort.example,
  judge: (source) => {
    const own = levelOf(source, sort);
    return isRefusal(own) ? own : [];
  },
  make: (source, options, language) => make(sort, source as Source, options, language),
});

export const group = tableOf(GROUP);
export const agency = tableOf(AGENCY);

/** The column that names the groups; any column of names may stand for it, a place as well. */
function levelOf({ levels }: Source, sort: Sort): Level | Refusal {
  const own = levels.find(({ heading }) => heading === sort.id) ?? levels[levels.length - 1];
  return (
    own ??
    refuse(
      `Kolom nama ${sort.plural.id} tidak ditemukan. ${sort.select.id}`,
      `No column of ${sort.plural.en} was found. ${sort.select.en}`,
    )
  );
}

function make(sort: Sort, source: Source, options: Options, language: Language): TableModel | Refusal {
  const level = levelOf(source, sort);
  if (isRefusal(level)) return level;
  const id = language === "id";
  const { parts } = rollUp({ ...source, levels: [level] }, 1);
  const share = options.number("target");
  const named = (heading: Heading, column: Column, words: Words): Column => ({
    ...column,
    key: heading,
    words,
  });
  const columns: Column[] = [
    shared.nameColumn(HEADINGS[sort.id].words, 34),
    named("labor", shared.labor, sort.labor),
    named("active", shared.active, sort.active),
    named("uncovered", shared.uncovered, sort.uncovered),
    { ...shared.coverage, look: [shared.HEAT] },
    {
      key: "part",
      words: { id: "Bagian dari yang belum", en: "Part of those not covered" },
      shown: "share",
      width: 14,
      rule: {
        of: ["uncovered", "$uncovered"],
        over: 1,
        value: (own, all) => own / all,
        plain: (own, all) => `${own}/${all}`,
      },
    },
    ...(share === undefined ? [] : [shared.target(OF_PARAMETER), shared.targetWorkers, shared.needed]),
    shared.statusColumn(language, share !== undefined, false),
  ];
  const size = (place: (typeof parts)[number], heading: "labor" | "active"): number =>
    sumOf(source, heading, place.runs)?.value ?? Number.NaN;
  const order = options.text("order");
  const weight = (place: (typeof parts)[number]): number =>
    (order === "uncovered"
      ? size(place, "labor") - size(place, "active")
      : size(place, "active") / size(place, "labor")) || 0;
  const places =
    order === "uncovered" || order === "coverage" ? [...parts].sort((a, b) => weight(b) - weight(a)) : parts;
  const pick = {
    labor: picker(source, level.heading, "labor"),
    active: picker(source, level.heading, "active"),
  };
  let broken = 0;
  const rows = places.map(({ name, runs }): Row => {
    const figures = (["labor", "active"] as const).map((key) =>
      sumOf(source, key, runs, (sum) => pick[key](name, sum)),
    );
    if (source.where !== "" && runs.length > 2)
      broken += figures.filter((figure) => figure && !figure.from).length;
    const [labor, active] = figures;
    return { cells: { name: name || (id ? "(tanpa nama)" : "(unnamed)"), labor, active } };
  });
  const region = options.text("region");
  return frame(
    {
      kind: sort.id,
      name: `${sort.words[language]}${region && ` ${region}`}`,
      title: `${sort.words[language]}${region && `: ${region}`}`,
      parameters: [
        ...aboutParameters(options),
        ...(share === undefined
          ? []
          : [
              {
                key: "target",
                words: HEADINGS.target.words,
                shown: "share",
                content: { value: share },
              } as const,
            ]),
      ],
      columns,
      rows,
      total: { cells: { name: TOTAL[language] } },
      footer: footerOf(options, language),
      after: (got) => ({
        notes: [
          say.ratioNote(language),
          say.brokenNote(broken, sort.row, language),
          order === "sheet"
            ? undefined
            : id
              ? "Urutan baris ditetapkan saat tabel dibuat; segarkan tabel bila angkanya berubah."
              : "The order of rows is set when the table is made; refresh it when figures change.",
          say.incompleteNote(say.namesWhere(rows.length, got, say.isIncomplete(got)), language) ??
            say.unevenNote(source, language),
          say.aboveNote(say.namesWhere(rows.length, got, say.isAbove(got)), language),
        ],
        chart: rows.length > MOST_PLOTTED ? undefined : chartOf(sort, rows.length, region, got, language),
      }),
    },
    language,
  );
}

function chartOf(sort: Sort, count: number, region: string, got: Got, language: Language): Plot {
  const id = language === "id";
  const all = got.total("coverage");
  const missing = Array.from({ length: count }, (_, i) => Number(got.cell(i, "uncovered")));
  const most = missing.indexOf(Math.max(...missing));
  const where = region ? `${region}: ` : "";
  const lead = id
    ? `${where}${writeNumber(count, "id")} ${sort.plural.id} terlindungi ${say.percent(all, "id")}`
    : `${where}${writeNumber(count, "en")} ${sort.plural.en} covered ${say.percent(all, "en")}`;
  const worst =
    (missing[most] as number) > 0
      ? id
        ? `; terbanyak belum: ${got.cell(most, "name")} (${say.people(missing[most] as number, "id")} orang)`
        : `; most not covered: ${got.cell(most, "name")} (${say.people(missing[most] as number, "en")} people)`
      : "";
  return {
    kind: "stackedBar",
    title: lead + worst,
    series: ["active", "uncovered"],
    colors: [shared.COLORS[0], shared.COLORS[1]],
  };
}
