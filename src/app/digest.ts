import type { Digest } from "../core/seal/seal";

/** SHA-256 by the platform: Node and the pane's webview offer the same function. See decision 12. */
export const sha256: Digest = async (text) => {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
};
