// The arguments that several functions share, so that one word means one thing everywhere.
import type { Param } from "./define";
import { CEILING, CONTRIBUTION, GROWTH, inForce, plainOf, valueIn } from "./law";

export const labor = {
  name: "labor",
  kind: "people",
  label: { id: "Angkatan kerja", en: "Labour force" },
  about: {
    id: "Angkatan kerja (di luar ASN, TNI, Polri), orang; satu sel atau rentang",
    en: "Labour force (outside ASN, TNI, Polri), people; one cell or a range",
  },
} as const satisfies Param;

export const active = {
  name: "active",
  kind: "people",
  label: { id: "Peserta aktif", en: "Active participants" },
  about: {
    id: "Peserta aktif BPJS Ketenagakerjaan, orang; satu sel atau rentang",
    en: "Active BPJS Ketenagakerjaan participants, people; one cell or a range",
  },
} as const satisfies Param;

export const target = {
  name: "target",
  kind: "share",
  label: { id: "Target", en: "Target" },
  about: {
    id: "Target cakupan, misalnya 42,06% atau 0,4206",
    en: "Target coverage, such as 42.06% or 0.4206",
  },
} as const satisfies Param;

export const coverage = {
  name: "coverage",
  kind: "share",
  label: { id: "Cakupan", en: "Coverage" },
  about: {
    id: "Cakupan saat ini, misalnya 35,05% atau 0,3505",
    en: "Present coverage, such as 35.05% or 0.3505",
  },
} as const satisfies Param;

export const prev = {
  name: "prev",
  kind: "share",
  label: { id: "Capaian tahun lalu", en: "Last year's achievement" },
  about: {
    id: "Cakupan yang dicapai tahun lalu, misalnya 33,6% atau 0,336",
    en: "Coverage achieved last year, such as 33.6% or 0.336",
  },
} as const satisfies Param;

export const years = {
  name: "years",
  kind: "years",
  label: { id: "Jumlah tahun", en: "Number of years" },
  about: { id: "Berapa tahun ke depan, 0 sampai 100", en: "How many years ahead, 0 to 100" },
} as const satisfies Param;

export const growth = {
  name: "growth",
  kind: "growth",
  label: { id: "Kenaikan per tahun", en: "Yearly growth" },
  about: {
    id: "Kenaikan per tahun terhadap capaian tahun sebelumnya",
    en: "Yearly growth over the previous year's achievement",
  },
  optional: {
    value: valueIn(inForce(GROWTH)),
    plain: plainOf(inForce(GROWTH)),
    about: { id: "20% bila dikosongkan", en: "20% when left out" },
  },
} as const satisfies Param;

export const ceiling = {
  name: "ceiling",
  kind: "share",
  label: { id: "Batas atas", en: "Ceiling" },
  about: { id: "Target tertinggi yang dipakai", en: "The highest target used" },
  optional: {
    value: valueIn(inForce(CEILING)),
    plain: plainOf(inForce(CEILING)),
    about: { id: "99,5% bila dikosongkan", en: "99.5% when left out" },
  },
} as const satisfies Param;

/** A target that need not be given: the long-term plan's. */
export const goal = { ...target, optional: ceiling.optional } as const satisfies Param;

export const months = {
  name: "months",
  kind: "months",
  label: { id: "Jumlah bulan", en: "Number of months" },
  about: { id: "Berapa bulan iuran dibayar, misalnya 12", en: "How many months are paid for, such as 12" },
} as const satisfies Param;

export const contribution = {
  name: "contribution",
  kind: "rupiah",
  label: { id: "Iuran", en: "Contribution" },
  about: {
    id: "Iuran per orang per bulan, rupiah (JKK + JKM)",
    en: "Contribution per person per month, rupiah (JKK + JKM)",
  },
  optional: {
    value: valueIn(inForce(CONTRIBUTION)),
    plain: plainOf(inForce(CONTRIBUTION)),
    about: { id: "Rp 16.800 bila dikosongkan", en: "Rp 16,800 when left out" },
  },
} as const satisfies Param;

export const key = {
  name: "key",
  kind: "text",
  label: { id: "Kunci", en: "Key" },
  about: {
    id: 'Nama aturan, misalnya "pertumbuhan", "batas", "iuran_bpu", "nasional_2029", "jakon_1"',
    en: 'Name of the rule, such as "growth", "ceiling", "contribution_bpu", "national_2029", "jakon_1"',
  },
} as const satisfies Param;

export const date = {
  name: "date",
  kind: "date",
  label: { id: "Tanggal", en: "Date" },
  about: {
    id: "Hari yang ditanyakan, misalnya 31/12/2025 (hari/bulan/tahun)",
    en: "The day asked about, such as 31/12/2025 (day/month/year)",
  },
  optional: {
    value: undefined,
    plain: '""',
    about: { id: "aturan terbaru bila dikosongkan", en: "the newest rule when left out" },
  },
} as const satisfies Param;
