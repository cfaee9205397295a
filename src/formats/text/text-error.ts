/** Why the text of a file cannot be had. */
export class TextError extends Error {
  override readonly name = "TextError";
  readonly reason: "kind" | "damaged" | "tooLarge" | "encoding" | "empty";

  constructor(reason: TextError["reason"], detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** A report text has some ten thousand characters; a page from a website brings its menus along. */
export const limits = {
  /** Bytes of a file. */
  bytes: 32 * 1024 * 1024,
  /** Bytes of a plain text or a page. */
  plainBytes: 8 * 1024 * 1024,
} as const;
