/** Files of the machine that the command line runs on. */
export type FilePort = {
  /** @throws UserError when the file cannot be read */
  readonly read: (path: string) => Promise<Uint8Array>;
  /** The files in a folder, with their paths, by name; null where the path is no folder. @throws UserError */
  readonly list: (path: string) => Promise<readonly string[] | null>;
  /** Replaces the file as a whole or leaves it as it was. @throws UserError when it cannot be written */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
};
