/**
 * Puts formatted content on the clipboard, with plain text beside it. Where Office denies the pane the clipboard, the
 * browser's own copying is given the content instead.
 * @param text what editors take that know no formatting
 */
export async function copyHtml(html: string, text: string): Promise<boolean> {
  try {
    const kinds = { "text/html": html, "text/plain": text };
    const blobs = Object.entries(kinds).map(([type, content]) => [type, new Blob([content], { type })] as const);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return copyByCommand(html, text);
  }
}

function copyByCommand(html: string, text: string): boolean {
  let given = false;
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData("text/html", html);
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    given = event.clipboardData !== null;
  };
  document.addEventListener("copy", give);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way where the clipboard is denied
  const done = document.execCommand("copy");
  document.removeEventListener("copy", give);
  return done && given;
}
