import { session as sessionWords } from "../messages/session";
import type { Desk } from "./desk";
import { remembered } from "./remembered";
import type { Verification } from "./verify";
import type { SealedFiles, SealStep } from "./seal-open-form";

export type SealingRequest = {
  readonly by: string;
  /** Addresses as they were typed. */
  readonly to: string;
  readonly cc: string;
  /** Told before each step. */
  readonly onStep: (step: SealStep) => void;
  /** Asked between the steps: true gives up, and no file is made. */
  readonly isCancelled: () => boolean;
};

export type Recipients = { readonly to: string; readonly cc: string };

/** What a clerk can ask for about sending. Methods never throw: what goes wrong becomes a notice. */
export type SubmitCommands = {
  /**
   * 封存并生成邮件: null where it was refused, given up or went wrong. The sheets that follow the figures
   * (年报正文, 校验与说明) are brought up to date; else the open workbook stays as it is.
   */
  readonly seal: (request: SealingRequest) => Promise<SealedFiles | null>;
  /** What was sealed last in this session. */
  readonly lastSealed: () => SealedFiles | null;
  /** Saves files that were made; false where that failed. */
  readonly saveFiles: (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) => Promise<boolean>;
  /** Opens a workbook that was made as a new one, where files cannot be saved from the pane. */
  readonly openWorkbook: ((bytes: Uint8Array) => Promise<void>) | null;
  /** Holds a sealed workbook against its seal: one round trip. Null where that failed. */
  readonly verifySeal: () => Promise<Verification | null>;
  /** 退回修改: takes the seal off, so that the workbook can be worked on again. */
  readonly returnToWork: () => Promise<void>;
  /** Whom the last mail of this workbook went to. */
  readonly recallRecipients: () => Promise<Recipients>;
};

/** Everything about sealing is loaded when it is first asked for. */
export function submitCommands(desk: Desk): SubmitCommands {
  const { perform, workbook, files, tell, readAll } = desk;
  let last: SealedFiles | null = null;

  /** The answer of a command; null where it went wrong. */
  async function ask<T>(task: "sealing" | "saving" | "checking", work: () => Promise<T | null>): Promise<T | null> {
    let answer: T | null = null;
    await perform(task, async () => {
      answer = await work();
    });
    return answer;
  }

  return {
    seal: (request) =>
      ask("sealing", async () => {
        const { sealOpenForm } = await import("./seal-open-form");
        const made = await sealOpenForm(desk, request);
        if (made === null) return null;
        await workbook.remember(remembered.mailTo, request.to.trim());
        await workbook.remember(remembered.mailCc, request.cc.trim());
        if (request.by.trim() !== "") await workbook.remember(remembered.person, request.by.trim());
        last = made;
        return made;
      }),
    lastSealed: () => last,
    saveFiles: async (made) =>
      (await ask("saving", async () => {
        const { mediaType } = await import("./mail");
        for (const { name, bytes } of made) await files.save(name, bytes, mediaType(name));
        tell(sessionWords.saved(made.map(({ name }) => name).join("、")));
        return true;
      })) === true,
    openWorkbook:
      files.openWorkbook === undefined
        ? null
        : (bytes) => perform("saving", () => files.openWorkbook?.(bytes) ?? Promise.resolve()),
    verifySeal: () =>
      ask("checking", async () => {
        const open = await readAll();
        if (open === null) return null;
        const { verifyOpenForm } = await import("./verify-open-form");
        return verifyOpenForm(workbook, open);
      }),
    returnToWork: () =>
      perform("writing", async () => {
        const open = await readAll();
        if (open === null) return;
        const { takeOffSeal } = await import("./verify-open-form");
        const said = await takeOffSeal(workbook, open);
        await desk.reopen();
        tell(said);
      }),
    recallRecipients: async () => {
      const [to, cc] = await Promise.all(
        [remembered.mailTo, remembered.mailCc].map((key) => workbook.recall(key).catch(() => null)),
      );
      return { to: to ?? "", cc: cc ?? "" };
    },
  };
}
