// Figures as regions published them, with what was found in each; sources are named per region.
import type { PrintedFigures } from "../../../core/checks/figures";

export interface Published {
  readonly region: string;
  readonly source: string;
  readonly figures: PrintedFigures;
}

const kendari: Published = {
  region: "Kota Kendari",
  source: "KolomRakyat and KiatNews, 17 June 2025",
  figures: {
    labor: "140.940",
    active: "49.397",
    uncovered: "91.543",
    coverage: "35,05 persen",
    segments: [
      { name: "PU", active: "88.357" },
      { name: "BPU", active: "36.140" },
      { name: "Jakon", active: "16.443" },
    ],
    asOf: "8 Juni 2025",
  },
};

const konawe: Published = {
  region: "Kabupaten Konawe",
  source: "PersadaKita, 9 May 2025",
  figures: {
    labor: "79.388",
    active: "27.636",
    uncovered: "51.752",
    coverage: "34,81 persen",
    asOf: "30 April 2025",
  },
};

const singkawang: Published = {
  region: "Kota Singkawang",
  source: "BorneoTrend, 12 June 2025",
  figures: {
    active: "16.684",
    uncovered: "73.236",
    coverage: "22,77 persen",
    uncoveredShare: "77,23 persen",
    asOf: "12 Juni 2025",
  },
};

const sinjai: Published = {
  region: "Kabupaten Sinjai",
  source: "Sinjai regency press release, 11 June 2025; population: census 2020 (BPS)",
  figures: {
    coverage: "33,6 persen",
    target: "40 persen",
    addition: "sekitar 50 ribu peserta",
    population: "259.478 jiwa",
  },
};

const banyumas: Published = {
  region: "Kabupaten Banyumas",
  source: "inews Purwokerto, 24 April 2025",
  figures: {
    labor: "684.654",
    active: "214.687",
    uncovered: "469.967",
    coverage: "31,36 persen",
    segments: [
      { name: "PU", active: "159.475" },
      { name: "BPU", active: "35.814" },
      { name: "Jakon", active: "19.398" },
    ],
  },
};

const jatim: Published = {
  region: "Provinsi Jawa Timur",
  source: "pustakajc.co, 2023 figures",
  figures: {
    labor: "14.531.668",
    active: "4.336.959",
    coverage: "29,84 persen",
    target: "40 persen",
    segments: [
      { name: "PU", active: "3.300.717" },
      { name: "BPU", active: "1.036.242" },
    ],
  },
};

const sulsel: Published = {
  region: "Provinsi Sulawesi Selatan",
  source: "bacapesan.fajar.co.id, 12 August 2024",
  figures: { labor: "2.871.182", active: "1.159.887", coverage: "40,4 persen", asOf: "31 Juli 2024" },
};

const malukuUtara: Published = {
  region: "Provinsi Maluku Utara",
  source: "harianmalut.com, figures of 31 May 2025",
  figures: {
    labor: "424.131",
    active: "176.604",
    coverage: "41,64 persen",
    target: "68 persen",
    gap: "112.399",
    asOf: "31 Mei 2025",
  },
};

const jambi: Published = {
  region: "Provinsi Jambi",
  source: "dialognews.id, December 2024",
  figures: {
    active: "592.806",
    coverage: "45,17 persen",
    target: "53 persen",
    uncovered: "102.750 pekerja",
  },
};

const bali: Published = {
  region: "Provinsi Bali",
  source: "bali.antaranews.com, figures of 31 March 2025",
  figures: {
    labor: "1.873.899",
    active: "935.079",
    coverage: "50,88 persen",
    target: "67,28 persen",
    asOf: "31 Maret 2025",
  },
};

const batam: Published = {
  region: "Kota Batam",
  source: "batamstraits.com, 6 November 2025 (the source rounds to thousands)",
  figures: {
    labor: "661,5 ribu",
    segments: [
      { name: "PU", labor: "349 ribu", active: "343 ribu", coverage: "98,2 persen" },
      { name: "BPU", labor: "205 ribu", active: "77 ribu", coverage: "37 persen" },
      { name: "Jakon", labor: "101 ribu", active: "43,7 ribu" },
      { name: "PMI", labor: "4.000", active: "1.180" },
    ],
  },
};

const garut: Published = {
  region: "Kabupaten Garut",
  source: "infopublik.id, 25 June 2025",
  figures: { coverage: "20 persen", target: "5,37 persen" },
};

const sultra: Published = {
  region: "Provinsi Sulawesi Tenggara",
  source: "halosultra.com, 5 December 2023",
  figures: {
    active: "284.207",
    coverage: "42 persen",
    segments: [
      { name: "PU", active: "151.413", coverage: "79,2 persen" },
      { name: "BPU", active: "66.647", coverage: "73,47 persen" },
      { name: "Jakon", active: "66.647", coverage: "70,84 persen" },
    ],
    asOf: "5 Desember 2023",
  },
};

export const PUBLISHED = {
  kendari,
  konawe,
  singkawang,
  sinjai,
  banyumas,
  jatim,
  sulsel,
  malukuUtara,
  jambi,
  bali,
  batam,
  garut,
  sultra,
};
