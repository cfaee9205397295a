import { requireAddresses, addressesIn, mailFor, mailtoLink, mediaType, type MailFile } from "./mail";
import { submit as words } from "../messages/submit";
import type { ControlTotals } from "../core/seal/control-totals";
import { summarize } from "../core/rules/check";
import { writeEml } from "../formats/eml/write-eml";
import type { Desk } from "./desk";
import { bookOf, priorOf } from "./form-in-workbook";
import { inspectOpenForm } from "./inspect-open-form";
import { narrateReport } from "./narrate-report";
import { reportFileName } from "./file-names";
import { reportStamp } from "./report-stamp";
import { openText, reportWithText } from "./text-in-workbook";
import { sealReport } from "./seal";
import { damageSentences } from "./seal-checklist";
import { sealTextFrom } from "./seal-text";
import type { SealingRequest } from "./submit-commands";
import { UserError } from "./user-error";
import { verifyFile } from "./verify";
import { writeSheet } from "./write-text-sheet";

/** What is being done, in this order. */
export const sealSteps = ["reading", "sealing", "document", "mail"] as const;
export type SealStep = (typeof sealSteps)[number];

/** Everything that goes on its way. */
export type SealedFiles = {
  readonly workbook: MailFile;
  readonly document: MailFile;
  readonly mail: MailFile;
  readonly subject: string;
  readonly body: string;
  /** Opens a mail without attachments. */
  readonly link: string;
  readonly controlTotals: ControlTotals;
  readonly sha256: string;
  readonly sealedAt: string;
  /** Of the report that was sealed, see `reportStamp`. */
  readonly stamp: string;
};

/**
 * Seals the report in the open workbook and makes the mail with it; both are new files.
 * @returns null when it was given up
 * @throws UserError when something still stands in the way, or an address is none
 */
export async function sealOpenForm(desk: Desk, request: SealingRequest): Promise<SealedFiles | null> {
  const { onStep, isCancelled } = request;
  const [to, cc] = [addressesIn(request.to), addressesIn(request.cc)];
  requireAddresses([...to, ...cc]);

  onStep("reading");
  const read = await desk.readAll();
  if (read === null || isCancelled()) return null;
  // The sheet 年报正文 shows what is sealed.
  await writeSheet(desk, read);
  const form = desk.form();
  if (form === null || isCancelled()) return null;

  onStep("sealing");
  const { template } = form;
  const report = reportWithText(form);
  const date = desk.now();
  const book = bookOf(form);
  const text = openText(form);
  const result = await sealReport(
    {
      book,
      report,
      prior: priorOf(form, report),
      findings: summarize(book, desk.verdicts()).findings,
      text: sealTextFrom(template, report, text),
      damage: damageSentences(template, form.mirror.damaged, await inspectOpenForm(desk.workbook, form)),
    },
    { by: request.by, date },
  );
  if (!result.sealed)
    throw new UserError(
      [words.file.refused(result.obstacles.length), ...result.obstacles.slice(0, 3).map(({ message }) => message)].join(
        "",
      ),
    );
  if (isCancelled()) return null;

  onStep("document");
  const name = reportFileName(report);
  const document = {
    name: `${name}.docx`,
    bytes: await narrateReport(template, report, priorOf(form, report)).document(),
  };
  if (isCancelled()) return null;

  onStep("mail");
  const workbook = { name: result.name, bytes: result.bytes };
  const attachments = [workbook, document];
  const message = mailFor(
    await verifyFile(workbook.bytes, workbook.name),
    attachments.map((file) => file.name),
  );
  const bytes = writeEml({
    ...message,
    to,
    cc,
    date,
    attachments: attachments.map((file) => ({ ...file, type: mediaType(file.name) })),
  });
  const mail = { name: `${name}.eml`, bytes };
  if (isCancelled()) return null;
  await desk.files.save(mail.name, mail.bytes, mediaType(mail.name));
  const { manifest } = result.seal;
  return {
    workbook,
    document,
    mail,
    ...message,
    link: mailtoLink({ to, cc }, message),
    controlTotals: manifest.controlTotals,
    sha256: manifest.sha256,
    sealedAt: manifest.sealedAt,
    stamp: reportStamp(report, text.narrative),
  };
}
