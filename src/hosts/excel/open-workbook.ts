import { base64 } from "../../formats/base64";

/** Opens a file as a new workbook that the person saves herself: for panes that cannot download. */
export async function openAsNewWorkbook(bytes: Uint8Array): Promise<void> {
  await Excel.createWorkbook(base64(bytes));
}
