/*
 * What the published files say beside the report itself. Japanese in every language of the pane, as the report is.
 */

export const CONTENTS = "目次";
export const TO_MAIN = "本文へ移動";
export const asOfLine = (asOf: string): string => `${asOf}の実績`;
export const DOWNLOADS = "ファイル";
export const FILES: Readonly<
  Record<"document" | "workbook" | "measures" | "counts" | "errata" | "description", string>
> = {
  document: "報告書（Word）",
  workbook: "報告書と台帳（Excel）",
  measures: "個別事業の一覧（CSV）",
  counts: "件数と割合（CSV）",
  errata: "正誤表（CSV）",
  description: "データの説明（JSON）",
};
