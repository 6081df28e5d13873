import type { EarlierYear } from "../actions/actions";

/**
 * Opens another workbook's file as last year's, by the product's own storage, which is loaded when it is first asked for; null
 * where the file is no workbook. The page without Excel has that storage from its opening on.
 */
export async function openEarlier(file: File): Promise<EarlierYear | null> {
  const { openEarlierFile } = await import(/* webpackChunkName: "storage" */ "./earlier-file");
  return openEarlierFile(file);
}
