// UCJ_NATIONAL: the national path, exact in the published years and a straight line between them.
import { define } from "../define";
import { GOAL_YEAR, nationalPath, valueIn } from "../law";
import { refuse } from "../refuse";

export const national = define({
  name: "UCJ_NATIONAL",
  group: "target",
  about: {
    id: "Jalur nasional: target terbitan untuk 2025, 2026, 2029, dan 2045; tahun lain di antaranya interpolasi garis lurus",
    en: "National path: published targets for 2025, 2026, 2029 and 2045; years between them are interpolated on a line",
  },
  params: [
    {
      name: "year",
      kind: "year",
      label: { id: "Tahun", en: "Year" },
      about: { id: "Tahun 2025 sampai 2045", en: "A year from 2025 to 2045" },
    },
  ],
  result: {
    about: {
      id: "Cakupan 0..1; hanya 2025, 2026, 2029, dan 2045 yang resmi, selebihnya perkiraan kami",
      en: "Share 0..1; only 2025, 2026, 2029 and 2045 are official, the others are our estimate",
    },
    format: "share",
  },
  keywords: {
    id: "nasional target pusat RPJMN RKP RPJPN jalur",
    en: "national path target plan",
  },
  plain: twin(),
  sources: [
    {
      id: "RPJMN 2025–2029 (32,15 % dan 43,92 %), RKP 2026 (34,99 %), UU 59/2024 (99,5 % pada 2045)",
      en: "RPJMN 2025–2029 (32.15 % and 43.92 %), RKP 2026 (34.99 %), Law 59/2024 (99.5 % in 2045)",
    },
  ],
  see: ["UCJ_PATH", "UCJ_SOURCE"],
  examples: [
    { note: { id: "RPJMN 2025", en: "RPJMN 2025" }, args: [2025], gives: 0.3215 },
    { note: { id: "RKP 2026", en: "RKP 2026" }, args: [2026], gives: 0.3499 },
    {
      note: { id: "2027: interpolasi antara 2026 dan 2029", en: "2027: interpolated between 2026 and 2029" },
      args: [2027],
      gives: 0.37966666666666665,
    },
    { note: { id: "RPJMN 2029", en: "RPJMN 2029" }, args: [2029], gives: 0.4392 },
    {
      note: { id: "2037: interpolasi antara 2029 dan 2045", en: "2037: interpolated between 2029 and 2045" },
      args: [2037],
      gives: 0.7171,
    },
    { note: { id: "RPJPN 2045", en: "RPJPN 2045" }, args: [2045], gives: 0.995 },
    {
      note: { id: "2024: target lama memakai dasar lain", en: "2024: older targets rest on another base" },
      args: [2024],
      gives: "#N/A",
    },
  ],
  compute: (year) => {
    const path = nationalPath();
    const next = path.findIndex(([published]) => published >= year);
    const upper = path[next];
    const lower = path[next - 1];
    if (upper?.[0] === year) return valueIn(upper[1]);
    if (!upper || !lower)
      return refuse(
        `Jalur nasional hanya untuk 2025–${GOAL_YEAR}`,
        `The national path is for 2025–${GOAL_YEAR} only`,
        "missing",
      );
    const [before, { ratio: low }] = lower;
    const [after, { ratio: high }] = upper;
    // Whole numbers until the last division, as the plain formula has them.
    return (low[0] * (after - year) + high[0] * (year - before)) / ((after - before) * low[1]);
  },
});

function twin(): string {
  const path = nationalPath();
  const parts = path.slice(1).map(([after, upper], i) => {
    const [before, lower] = path[i] as (typeof path)[number];
    const [low, whole] = lower.ratio;
    return `IF(year<=${after},(${low}*(${after}-year)+${upper.ratio[0]}*(year-${before}))/${(after - before) * whole},`;
  });
  return `IF(year>=${path[0]?.[0]},${parts.join("")}NA()${")".repeat(parts.length)},NA())`;
}
