// UCJ_MONTH_TARGET: the part of a year's target that is due by a month.
import { define } from "../define";
import { ceilMulDiv } from "../exact";
import { refuse } from "../refuse";
import { noTarget } from "../sentences";

export const monthTarget = define({
  name: "UCJ_MONTH_TARGET",
  group: "target",
  about: {
    id: "Target sampai akhir suatu bulan, dibagi rata 12 bulan; persen dengan persen, atau orang dengan orang",
    en: "The target by the end of a month, in twelve equal steps; shares with shares, or people with people",
  },
  params: [
    {
      name: "start",
      kind: "figure",
      label: { id: "Capaian awal tahun", en: "Start of the year" },
      about: {
        id: "Capaian akhir tahun lalu: cakupan (35,05%) atau orang (49397)",
        en: "Achievement at the end of last year: coverage (35.05%) or people (49397)",
      },
    },
    {
      name: "year_target",
      kind: "figure",
      label: { id: "Target tahun ini", en: "This year's target" },
      about: {
        id: "Target akhir tahun, dalam satuan yang sama; di atas 2 dibaca sebagai orang",
        en: "Target at the end of the year, in the same unit; above 2 it is read as people",
      },
    },
    {
      name: "month",
      kind: "month",
      label: { id: "Bulan", en: "Month" },
      about: { id: "Bulan 1 sampai 12", en: "Month 1 to 12" },
    },
  ],
  result: {
    about: {
      id: "Satuan yang sama; orang dibulatkan ke atas, persen tidak dibulatkan",
      en: "The same unit; people are rounded up, shares are not rounded",
    },
    format: "number",
  },
  keywords: {
    id: "target bulanan triwulan bulan berjalan prorata",
    en: "monthly quarterly target pro rata",
  },
  plain:
    "IF(year_target>0,IF(year_target>2,start-INT((start-year_target)*month/12),start+(year_target-start)*month/12),NA())",
  sources: [
    {
      id: "Dibagi rata per bulan; target bulanan resmi tidak kami temukan",
      en: "Equal monthly steps; we found no official monthly targets",
    },
  ],
  see: ["UCJ_TARGET", "UCJ_TARGET_WORKERS"],
  examples: [
    {
      note: {
        id: "Kota Kendari: 49.397 ke 59.280 orang, akhir Juni",
        en: "Kendari City: 49,397 to 59,280 people, end of June",
      },
      args: [49397, 59280, 6],
      gives: 54339,
    },
    {
      note: {
        id: "Kota Kendari: 35,05 % ke 42,06 %, akhir Juni",
        en: "Kendari City: 35.05 % to 42.06 %, end of June",
      },
      args: [0.3505, 0.4206, 6],
      gives: 0.38555,
    },
    {
      note: { id: "Kab. Sinjai: triwulan demi triwulan", en: "Sinjai Regency: quarter by quarter" },
      args: [0.336, 0.4032, [[3, 6, 9, 12]]],
      gives: [[0.3528, 0.3696, 0.3864, 0.4032]],
    },
    {
      note: {
        id: "Angka rekaan: target lebih rendah dari capaian",
        en: "Invented: a target below the achievement",
      },
      args: [1000, 950, 5],
      gives: 980,
    },
    {
      note: { id: "Orang dicampur dengan persen", en: "People mixed with a share" },
      args: [0.3505, 59280, 6],
      gives: "#VALUE!",
      plainDiffers: true,
    },
    {
      note: { id: "Target belum diisi", en: "Target not filled in" },
      args: [49397, 0, 6],
      gives: "#N/A",
    },
  ],
  compute: (start, year_target, month) => {
    if (!(year_target > 0)) return noTarget();
    const whole = Number.isSafeInteger(start) && Number.isSafeInteger(year_target);
    if (year_target > 2 && whole) return start + ceilMulDiv(year_target - start, month, 12);
    if (start <= 2 && year_target <= 2) return start + ((year_target - start) * month) / 12;
    return refuse(
      "Isi keduanya sebagai persen (35,05% dan 42,06%) atau keduanya orang (49397 dan 59280)",
      "Give both as shares (35.05% and 42.06%) or both as people (49397 and 59280)",
    );
  },
});
