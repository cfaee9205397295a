import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { checkAll, summarize } from "../core/rules/check";
import { isAddress, writeEml, type Attachment } from "../formats/eml/write-eml";
import { findingMessage } from "../messages/finding";
import { ruleStatement } from "../messages/review";
import { submit } from "../messages/submit";
import { reportFileName } from "./file-names";
import { ruleBook } from "./forms";
import { UserError } from "./user-error";
import { verifyFile, type Verification } from "./verify";

/** A mail that carries a sealed workbook upward, before it is a file. */
export type Mail = { readonly subject: string; readonly body: string };

export type MailFile = { readonly name: string; readonly bytes: Uint8Array };

export type Recipients = { readonly to: readonly string[]; readonly cc: readonly string[] };

export type MailRequest = Recipients & {
  /** The sealed workbook; `name` is shown in error messages, the attachment has the conventional name. */
  readonly workbook: MailFile;
  readonly attachments: readonly MailFile[];
  readonly date: Date;
};

/**
 * A draft with the sealed workbook and further files attached.
 * @throws UserError when the workbook is not sealed or was changed since, or an address is none
 */
export async function mailDraft(
  request: MailRequest,
): Promise<Mail & { readonly bytes: Uint8Array; readonly names: readonly string[] }> {
  const { to, cc, workbook, attachments, date } = request;
  requireAddresses([...to, ...cc]);
  const verification = await verifyFile(workbook.bytes, workbook.name);
  if (!verification.sealed) throw new UserError(submit.mail.unsealed(workbook.name));
  if (!verification.intact) throw new UserError(submit.mail.changed(workbook.name));
  const files: readonly Attachment[] = [
    { ...workbook, name: `${reportFileName(verification.report)}.xlsx` },
    ...attachments,
  ].map(({ name, bytes }) => ({ name, bytes, type: mediaType(name) }));
  const names = files.map(({ name }) => name);
  const mail = mailFor(verification, names);
  return { ...mail, names, bytes: writeEml({ ...mail, to, cc, attachments: files, date }) };
}

/** @throws UserError naming the first that is no address */
export function requireAddresses(addresses: readonly string[]): void {
  const wrong = addresses.find((address) => !isAddress(address));
  if (wrong !== undefined) throw new UserError(submit.mail.badAddress(wrong));
}

/** The first of what somebody typed that is no address. */
export function firstBadAddress(text: string): string | undefined {
  return addressesIn(text).find((address) => !isAddress(address));
}

/** Addresses as people type them, apart by commas, semicolons or blanks. */
export function addressesIn(text: string): readonly string[] {
  return text.split(/[\s,;，；、]+/u).filter((address) => address !== "");
}

/** Subject and body of the mail for a sealed workbook: unit, year, form, control totals, and every reason given. */
export function mailFor({ template, report, seal, controlTotals }: Verification, attachments: readonly string[]): Mail {
  const { unit, year } = report;
  const { title, controlTotals: totals = [] } = template;
  const reasons = reasonsGiven(template, report);
  return {
    subject: submit.mail.subject(unit, year),
    body: submit.mail.body({
      unit,
      year,
      form: title,
      totals: submit.totals(totals, controlTotals),
      reasons,
      attachments,
      sealedAt: seal?.manifest.sealedAt ?? "",
      by: seal?.manifest.by ?? "",
      sha256: seal?.manifest.sha256 ?? "",
    }),
  };
}

/**
 * Every reason that answers something: what its rule found, where the figures alone tell; else what the rule demands, as
 * with rules that look at last year's report or that the superior office added. Reasons for what holds by now are not
 * told, nor that a hint was looked at.
 */
function reasonsGiven(template: Template, report: Report): readonly string[] {
  const book = ruleBook(template);
  const { findings, passed } = summarize(book, checkAll(book, report));
  return Object.entries(report.explanations).flatMap(([rule, { text, by }]) => {
    const bound = book.byId.get(rule);
    const severity = bound?.rule.severity ?? "warning";
    if (severity !== "warning" || passed.includes(rule) || text.trim() === "") return [];
    const finding = findings.find((found) => found.rule === rule);
    const said =
      finding !== undefined ? findingMessage(book, finding) : bound === undefined ? rule : ruleStatement(book, bound);
    return [submit.mail.reason(said, text, by)];
  });
}

/** By the ending of the name. */
const types: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  doc: "application/msword",
  pdf: "application/pdf",
  html: "text/html",
  htm: "text/html",
  zip: "application/zip",
};

export function mediaType(name: string): string {
  return types[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";
}

/** Mail programs and systems cut longer links off. */
const longestLink = 1800;

/** A link that opens a mail without attachments, for mail programs that refuse drafts. Long bodies are cut. */
export function mailtoLink({ to, cc }: Recipients, { subject, body }: Mail): string {
  const link = (text: string): string => {
    const fields = [
      ...(cc.length > 0 ? [`cc=${cc.map(encodeURIComponent).join(",")}`] : []),
      `subject=${encodeURIComponent(subject)}`,
    ];
    const crlf = text.replace(/\n/gu, "\r\n");
    return `mailto:${to.map(encodeURIComponent).join(",")}?${[...fields, `body=${encodeURIComponent(crlf)}`].join("&")}`;
  };
  const lines = body.split("\n");
  for (let count = lines.length; count > 0; count -= 1) {
    const found = link(lines.slice(0, count).join("\n"));
    if (found.length <= longestLink) return found;
  }
  return link("");
}
