import type { FilePort } from "../app/file-ports";

/** What a verb works with: its words, the files, and where its answer goes. */
export type Context = {
  readonly args: readonly string[];
  readonly files: FilePort;
  /** Writes to standard output. */
  readonly print: (text: string) => void;
  readonly now: () => Date;
  /** Writes a line for people to standard error. */
  readonly tell: (text: string) => void;
};

/** 0 done, 1 done and the answer is "not acceptable"; what could not be done is thrown. */
export type Status = 0 | 1 | 2;

export type Verb = (context: Context) => Promise<Status>;
