/** Something a person can put right; the message is a finished Chinese sentence. Everything else is our own mistake. */
export class UserError extends Error {
  override readonly name = "UserError";
}
