import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { run } from "../cli/main";
import { diskFiles } from "./disk-files";

const source = "test/data/reports/001-fengtai-2020.json";
const out = "out";

/**
 * The main job on the published figures of one real report: form, check, text and document, through the use cases of
 * the task pane. Runs in the project's folder and leaves its work in `out/`.
 * @throws Error when a step fails, with what the command line said
 */
export async function demo(): Promise<void> {
  await mkdir(out, { recursive: true });
  const unit = "北京市丰台区科学技术和信息化局";
  const workbook = join(out, `${unit}_2020.xlsx`);
  await step("new", "--unit", unit, "--year", "2020", "--values", source, "-o", workbook);
  await writeFile(join(out, "校验结果.txt"), await step("check", workbook));
  await step("narrate", workbook, "-o", join(out, `${unit}_2020_政府信息公开工作年度报告.docx`));
}

/** Runs one command; what it prints is shown and returned. */
async function step(...words: readonly string[]): Promise<string> {
  const printed: string[] = [];
  const told: string[] = [];
  const status = await run(words, diskFiles, {
    print: (text) => void printed.push(text),
    tell: (text) => void told.push(text),
    now: () => new Date(),
  });
  if (status === 2) throw new Error(told.join("\n"));
  const text = `${printed.join("\n")}\n`;
  process.stdout.write([`gouji ${words.join(" ")}`, ...told, ...printed].join("\n") + "\n\n");
  return text;
}
