/** Base64 of bytes, without line breaks. */
export function base64(bytes: Uint8Array): string {
  let binary = "";
  // Chunked, because a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

/** Base64 in lines of 76 characters, as mail bodies want it (RFC 2045 §6.8). */
export function base64Lines(bytes: Uint8Array): string {
  return base64(bytes).replace(/.{76}(?=.)/gu, "$&\r\n");
}
