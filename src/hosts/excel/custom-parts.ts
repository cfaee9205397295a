import { ask } from "./ask";

/** The text of the only custom XML part of a namespace; null where there is none. Up to two round trips. */
export async function readPart(namespace: string): Promise<string | null> {
  const part = await ask((context) => findPart(context, namespace));
  if (part === null) return null;
  return ask((context) => {
    const text = context.workbook.customXmlParts.getItem(part).getXml();
    // eslint-disable-next-line office-addins/call-sync-before-read, office-addins/load-object-before-read -- a ClientResult is not loaded, and ask reads after the sync
    return () => text.value;
  });
}

/** Replaces the part of a namespace, or adds it. Two round trips. */
export async function writePart(namespace: string, xml: string): Promise<void> {
  const part = await ask((context) => findPart(context, namespace));
  await Excel.run(async (context) => {
    const { customXmlParts } = context.workbook;
    if (part === null) customXmlParts.add(xml);
    else customXmlParts.getItem(part).setXml(xml);
    await context.sync();
  });
}

/** The part's id. */
function findPart(context: Excel.RequestContext, namespace: string): () => string | null {
  const found = context.workbook.customXmlParts.getByNamespace(namespace).getOnlyItemOrNullObject().load({ id: true });
  return () => (found.isNullObject ? null : found.id);
}
