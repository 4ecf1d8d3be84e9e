// LibreOffice as we ask it: it computes every formula itself, whatever value the file holds, and draws pages.
import { recalculate, toPng, withLibreOffice, withPictures } from "./libreoffice";
import { makeXlsx, readXlsx } from "./xlsx";

const file = makeXlsx({
  "Angka & huruf": [
    ["Angkatan kerja", "Aktif", "Cakupan"],
    [140940, 49397, { formula: "B2/A2", value: 0.5 }],
    [0, 1, { formula: "B3/A3", value: 7 }],
    [null, null, { formula: 'IF(A2>0,"<ya> & benar","tidak")', value: "" }],
    [null, null, { formula: "IF(COUNT(A4:B4)<2,NA(),1)", value: 1 }],
  ],
  Kedua: [[{ formula: "'Angka & huruf'!A2*2", value: 0 }]],
});

test("a file made here reads back as it was made, stored values and all", () => {
  const book = readXlsx(file);
  expect(book.sheets).toEqual(["Angka & huruf", "Kedua"]);
  expect(book.cells.get("Angka & huruf")?.get("C2")).toEqual({
    value: 0.5,
    error: false,
    formula: "B2/A2",
  });
  expect(book.value("Angka & huruf", "A1")).toBe("Angkatan kerja");
  expect(book.value("Angka & huruf", "A4")).toBeUndefined();
});

withLibreOffice("stored values are not believed: every formula is computed", async () => {
  const book = await recalculate(file);
  expect(book.value("Angka & huruf", "C2")).toBeCloseTo(49397 / 140940, 14);
  expect(book.cells.get("Angka & huruf")?.get("C3")).toMatchObject({ value: "#DIV/0!", error: true });
  expect(book.value("Angka & huruf", "C4")).toBe("<ya> & benar");
  expect(book.cells.get("Angka & huruf")?.get("C5")).toMatchObject({ value: "#N/A", error: true });
  expect(book.value("Kedua", "A1")).toBe(281880);
});

withPictures("a file becomes one picture a printed page", async () => {
  const pages = await toPng(file, 40);
  expect(pages).toHaveLength(2);
  for (const page of pages) expect(page.subarray(1, 4).toString()).toBe("PNG");
});
