/**
 * @jest-environment jsdom
 */
import { browserFiles } from "../../src/hosts/browser/save-file";

it("a file goes to the downloads under its name, with its bytes and type", async () => {
  const blobs: Blob[] = [];
  const clicked: { readonly name: string; readonly address: string }[] = [];
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      blobs.push(blob);
      return "blob:pane/1";
    },
  });
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push({ name: this.download, address: this.href });
  });
  jest.useFakeTimers();

  await browserFiles.save("报告.docx", new Uint8Array([80, 75, 3, 4]), "application/x-test");

  expect(clicked).toEqual([{ name: "报告.docx", address: "blob:pane/1" }]);
  expect(blobs.map(({ size, type }) => ({ size, type }))).toEqual([{ size: 4, type: "application/x-test" }]);
  jest.useRealTimers();
});
