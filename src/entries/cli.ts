import { run } from "../cli/main";
import { diskFiles } from "./disk-files";

void run(process.argv.slice(2), diskFiles, {
  print: (text) => process.stdout.write(`${text}\n`),
  tell: (text) => process.stderr.write(`${text}\n`),
  now: () => new Date(),
}).then((status) => {
  process.exitCode = status;
});
