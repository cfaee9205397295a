/**
 * @jest-environment jsdom
 */
import { reportText, sheetOf } from "../../src/app/report-text";
import { WebPageButtons } from "../../src/taskpane/WebPageButtons";
import { savedReport, templateOf } from "../narrative/reports";
import { byName, cleanUp, click, render } from "./support/render";

const report = savedReport("001-fengtai-2020-full");
const template = templateOf(report);
const text = reportText(template, report);

/** What was put on the clipboard, by kind. */
type Copied = Readonly<Record<string, string>>;

class FakeItem {
  readonly blobs: Readonly<Record<string, Blob>>;
  constructor(blobs: Readonly<Record<string, Blob>>) {
    this.blobs = blobs;
  }
}

function clipboard(write: (items: readonly FakeItem[]) => Promise<void>): void {
  Object.defineProperty(navigator, "clipboard", { value: { write }, configurable: true });
  Object.assign(globalThis, { ClipboardItem: FakeItem });
}

/** The browser's own copying: asks the page what to put on the clipboard. */
function copying(allowed: boolean): Copied {
  const copied: Record<string, string> = {};
  Object.defineProperty(document, "execCommand", {
    configurable: true,
    value: () => {
      if (!allowed) return false;
      const event = new Event("copy", { cancelable: true });
      const clipboardData = { setData: (kind: string, content: string) => void (copied[kind] = content) };
      document.dispatchEvent(Object.assign(event, { clipboardData }));
      return event.defaultPrevented;
    },
  });
  return copied;
}

const denied = (): Promise<void> => Promise.reject(new Error("denied"));

async function shown(busy = false): Promise<{ readonly place: HTMLElement; readonly saved: readonly string[] }> {
  const saved: string[] = [];
  const place = await render(
    <WebPageButtons
      form={{ template, report }}
      text={text}
      busy={busy}
      onSave={() => {
        saved.push("html");
      }}
    />,
  );
  return { place, saved };
}

afterEach(cleanUp);

describe("the report for the office's website", () => {
  it("is saved as a page", async () => {
    const { place, saved } = await shown();
    await click(byName(place, "button", "保存网页"));
    expect(saved).toEqual(["html"]);
  });

  it("is copied with its formatting and as plain words", async () => {
    const items: FakeItem[] = [];
    clipboard((given) => {
      items.push(...given);
      return Promise.resolve();
    });
    const { place } = await shown();
    await click(byName(place, "button", "复制网页内容"));
    expect(place.textContent).toContain("已复制");
    const blobs = Object.entries(items[0]?.blobs ?? {});
    expect(blobs.map(([kind, { type }]) => [kind, type])).toEqual([
      ["text/html", "text/html"],
      ["text/plain", "text/plain"],
    ]);
  });

  it("is copied by the browser where Office denies the clipboard", async () => {
    clipboard(denied);
    const copied = copying(true);
    const { place } = await shown();
    await click(byName(place, "button", "复制网页内容"));
    expect(place.textContent).toContain("已复制");
    expect(copied["text/html"]).toMatch(/^<article>/u);
    expect(copied["text/html"]).toContain(">1932.583</td>");
    expect(copied["text/plain"]).toContain("共收到政府信息公开申请6件");
  });

  it("says what to do where it cannot be copied at all", async () => {
    clipboard(denied);
    copying(false);
    const { place } = await shown();
    await click(byName(place, "button", "复制网页内容"));
    expect(place.textContent).toContain("请改用“保存网页”");
  });

  it("is not copied while figures in the clerk's words have changed since", async () => {
    const sheet = sheetOf(text);
    const rows = sheet.rows.map((row) => ({ ...row, text: row.text.replace("共收到", "我局共收到") }));
    const values = new Map([...report.values, ["t3.newReceived.total", 7] as const]);
    const changed = { ...report, values, text: { ...sheet, rows } };
    const place = await render(
      <WebPageButtons
        form={{ template, report: changed }}
        text={reportText(template, changed)}
        busy={false}
        onSave={() => undefined}
      />,
    );
    const copied = copying(true);
    await click(byName(place, "button", "复制网页内容"));
    expect(place.querySelector("[role=status]")?.textContent).toContain("6件（现为7件）");
    expect(copied).toEqual({});
  });
});
