// One line: do UCJ functions calculate in this spreadsheet; if not, what to do in Excel and in Google Sheets.
import { useState } from "preact/hooks";
import type { Language, Words } from "../../core/words";
import type { Host } from "../host";
import { useAct } from "./act";
import { Messages } from "./live";
import { Notice, type NoticeKind } from "./notice";
import { off } from "./off";
import { Progress } from "./progress";

const WORDS = {
  untested: {
    id: "Apakah fungsi UCJ terhitung di berkas ini? Uji dengan satu sel kosong; sel itu dikosongkan lagi.",
    en: "Do UCJ functions calculate in this file? Test with one blank cell; it is blank again afterwards.",
  },
  test: { id: "Uji fungsi UCJ", en: "Test the UCJ functions" },
} as const satisfies Record<string, Words>;

const TODO: Readonly<Record<Host["name"], Words>> = {
  excel: {
    id: "Fungsi UCJ belum terdaftar di Excel. Buka Beranda > Add-in, klik Perencana UCJ, lalu uji lagi. Bila tetap gagal, tutup dan buka lagi Excel; rumus lama hidup sesudah diketik ulang atau lewat Bagikan > Perbaiki rumus.",
    en: "UCJ functions are not registered in Excel. Open Home > Add-ins, click UCJ Planner, and test again. If that fails, close and open Excel; old formulas live again once retyped, or by Share > Repair the formulas.",
  },
  sheets: {
    id: "Fungsi UCJ belum aktif di berkas ini. Buka menu Ekstensi > Perencana UCJ > Buka Perencana UCJ sekali di berkas ini, muat ulang halamannya, lalu uji lagi.",
    en: "UCJ functions are not active in this file. Open the menu Extensions > Perencana UCJ > Buka Perencana UCJ once in this file, reload the page, and test again.",
  },
};
const SLOW: Words = {
  id: "Fungsi UCJ belum selesai dihitung. Tunggu sebentar, lalu uji lagi.",
  en: "The UCJ function has not finished calculating. Wait a little and test again.",
};

interface Result {
  readonly kind: NoticeKind;
  readonly words: Words;
}

function judged(answer: unknown, app: Host["name"]): Result {
  const error =
    typeof answer === "object" && answer !== null ? (answer as { error: string }).error : undefined;
  if (/^#BUSY!|^#GETTING_DATA|^Loading/.test(String(error ?? answer)))
    return { kind: "warning", words: SLOW };
  if (error !== undefined || typeof answer !== "string" || !/\d/.test(answer))
    return { kind: "problem", words: TODO[app] };
  return {
    kind: "done",
    words: { id: `Fungsi UCJ terhitung di sini: ${answer}.`, en: `UCJ functions calculate here: ${answer}.` },
  };
}

export function SelfTest({ host, language }: { host: Host; language: Language }) {
  const [result, setResult] = useState<Result | null>(null);
  const acting = useAct<"test">();
  const test = () =>
    acting.act("test", async () => {
      setResult(null);
      setResult(judged(await host.calculate("=UCJ_VERSION()"), host.name));
    });
  return (
    <div class="self-test">
      {!result && <p>{WORDS.untested[language]}</p>}
      <Messages>
        <Progress of={acting} where="test" language={language} />
        {result && acting.busy === null && (
          <Notice kind={result.kind} words={result.words} language={language} />
        )}
      </Messages>
      <div class="buttons">
        <button type="button" {...off(language, acting.isBusy)} onClick={test}>
          {WORDS.test[language]}
        </button>
      </div>
    </div>
  );
}
