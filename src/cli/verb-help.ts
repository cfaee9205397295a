/**
 * The part of the help that speaks of one command, with what holds for all of them: a command begins two spaces in,
 * what belongs to it stands further in.
 */
export function verbHelp(help: string, verb: string): string {
  const lines = help.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`  ${verb} `));
  if (start < 0) return help;
  const rest = lines.slice(start + 1);
  const length = rest.findIndex((line) => !line.startsWith("   "));
  const common = lines.findIndex((line) => line.startsWith("通用选项"));
  return [`gouji${(lines[start] ?? "").slice(1)}`, ...rest.slice(0, length), "", ...lines.slice(common)].join("\n");
}
