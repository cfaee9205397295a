import type { SavePort } from "../../app/ports";

/** The browser reads a file's address some time after the click; a minute is ample. */
const readWithin = 60_000;

/** Hands a file to the downloads of the browser that shows the pane. */
export const browserFiles: SavePort = {
  save: (name, bytes, type) => {
    const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(address);
    }, readWithin);
    return Promise.resolve();
  },
};
