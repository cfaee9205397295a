import type { FilePort } from "../app/file-ports";
import { UserError } from "../app/user-error";
import { DiskError, listFolder, readBytes, writeBytes } from "../hosts/files/disk";
import { errors } from "../messages/errors";

/** The machine's files, with the sentences that a person needs when one cannot be read or written. */
export const diskFiles: FilePort = {
  read: (path) => worded(readBytes(path)),
  list: (path) => worded(listFolder(path)),
  write: (path, bytes) => worded(writeBytes(path, bytes)),
};

async function worded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (!(cause instanceof DiskError)) throw cause;
    throw new UserError(cause.action === "read" ? errors.cannotRead(cause.path) : errors.cannotWrite(cause.path));
  }
}
