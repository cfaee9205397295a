import { run } from "../cli/main";
import { UserError } from "../app/user-error";
import { DiskError, readBytes, writeBytes } from "../hosts/files/disk";
import { errors } from "../messages/errors";

async function named<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (!(cause instanceof DiskError)) throw cause;
    throw new UserError(cause.action === "read" ? errors.cannotRead(cause.path) : errors.cannotWrite(cause.path));
  }
}

void run(
  process.argv.slice(2),
  {
    read: (path) => named(readBytes(path)),
    write: (path, bytes) => named(writeBytes(path, bytes)),
  },
  {
    print: (text) => process.stdout.write(`${text}\n`),
    now: () => new Date(),
    tell: (text) => process.stderr.write(`${text}\n`),
  },
).then((status) => {
  process.exitCode = status;
});
