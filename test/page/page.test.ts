/**
 * @jest-environment jsdom
 */
import { createPage, type Page } from "../../src/hosts/embedded/page/page";
import { tryoutTexts } from "../../src/messages/tryout";

const nothing = { onAction: () => undefined, onOpen: () => undefined, onSave: () => undefined };

function open(): { readonly page: Page; readonly root: HTMLElement } {
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  return { page: createPage(root, tryoutTexts, nothing), root };
}

const status = (root: HTMLElement): string => root.querySelector(".status")?.textContent ?? "";

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test("a status goes by itself after a while", () => {
  const { page, root } = open();
  page.say("status", "已保存");
  expect(status(root)).toBe("已保存");
  jest.runAllTimers();
  expect(status(root)).toBe("");
});

test("a status goes with the next click, but not with the one that brought it about", () => {
  const { page, root } = open();
  page.say("status", "已保存");
  window.dispatchEvent(new Event("pointerdown"));
  expect(status(root)).toBe("已保存");
  jest.advanceTimersByTime(1500);
  window.dispatchEvent(new Event("keydown"));
  expect(status(root)).toBe("");
});

test("an error stays until it is dismissed", () => {
  const { page, root } = open();
  const line = root.querySelector<HTMLElement>(".error");
  page.say("error", "打不开");
  jest.runAllTimers();
  window.dispatchEvent(new Event("pointerdown"));
  page.say("status", "已保存");
  expect([line?.hidden, line?.textContent]).toEqual([false, `打不开${tryoutTexts.dismiss}`]);
  line?.querySelector("button")?.click();
  expect(line?.hidden).toBe(true);
});
