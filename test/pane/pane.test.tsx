/**
 * @jest-environment jsdom
 */
import type { SessionState } from "../../src/app/session-state";
import { App, type AppProps } from "../../src/taskpane/App";
import { fakeSession, type FakeSession } from "./support/fake-session";
import { byName, cleanUp, click, enter, press, render, settle } from "./support/render";
import { filled, oneWrongFigure, openForm, toExplain, unit } from "./support/sample";
import { sampleNarrative } from "./support/sample-narrative";

const calm = { notice: null, busy: null } as const;
const empty: SessionState = { ...calm, phase: "empty", task: null };

function open(...form: Parameters<typeof openForm>): SessionState {
  return { ...calm, phase: "open", form: openForm(...form) };
}

const noRibbon: AppProps["onRibbonView"] = () => () => undefined;

async function show(session: FakeSession, ribbon = noRibbon): Promise<HTMLElement> {
  return render(<App session={session} thisYear={2021} scheme="light" onRibbonView={ribbon} />);
}

function wait(milliseconds: number): Promise<void> {
  return settle(() => {
    jest.advanceTimersByTime(milliseconds);
  });
}

function tab(place: HTMLElement, name: string): HTMLElement {
  return byName(place, "[role=tab]", name);
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(async () => {
  await cleanUp();
  jest.useRealTimers();
});

describe("the head", () => {
  it("says unit, year and form, and the verdict in words with an icon", async () => {
    const place = await show(fakeSession(open(oneWrongFigure)));
    const head = place.querySelector("header");
    expect(head?.textContent).toContain(unit);
    expect(head?.textContent).toContain("2020年度 · 2019年格式");
    const chip = place.querySelector("[data-verdict=fail]");
    expect(chip?.textContent).toBe("有 2 处必须改");
    expect(chip?.querySelector("svg")).not.toBeNull();
  });

  it.each([
    ["可以上报", filled()],
    ["还需说明 1 处", toExplain],
    ["还没填完（0%）", new Map()],
    ["还没填完（99%）", filled({ "t3.granted.other": null })],
  ] as const)("says %s", async (words, values) => {
    const place = await show(fakeSession(open(values)));
    expect(place.querySelector("[data-verdict]")?.textContent).toBe(words);
  });

  it("names a form by what tells it apart", async () => {
    const state = open(new Map());
    if (state.phase !== "open") throw new Error("not open");
    const title = "政务公开情况统计表（2017年）";
    const form = { ...state.form, template: { ...state.form.template, title } };
    const place = await show(fakeSession({ ...state, form }));
    expect(place.querySelector("header")?.textContent).toContain("2020年度 · 政务公开情况统计表");
    expect(place.querySelector("header")?.textContent).not.toContain("2017年");
  });

  it("counts no mistake on the tab while the form is untouched", async () => {
    const untouched = await show(fakeSession(open(new Map())));
    expect(tab(untouched, "校验").textContent).toBe("校验");
    expect(untouched.querySelector("[data-announcement]")?.textContent).not.toContain("强制 1");
  });

  it("says of a far year that its form is not known yet", async () => {
    const state = open(filled());
    if (state.phase !== "open") throw new Error("not open");
    const report = { ...state.form.report, year: 2035 };
    const place = await show(fakeSession({ ...state, form: { ...state.form, report } }));
    expect(place.textContent).toContain("现在还不知道2035年度用哪种表式");
  });

  it("follows the session", async () => {
    const session = fakeSession(open(oneWrongFigure));
    const place = await show(session);
    await settle(() => {
      session.show(open(filled()));
    });
    expect(place.querySelector("[data-verdict]")?.textContent).toBe("可以上报");
  });
});

describe("the views", () => {
  it("are tabs of which one is chosen and one is in the tab order", async () => {
    const place = await show(fakeSession(open(filled())));
    const tabs = [...place.querySelectorAll("[role=tab]")];
    expect(tabs.map(({ textContent }) => textContent)).toEqual(["表式", "校验", "报告", "上报"]);
    expect(tabs.map((element) => element.getAttribute("aria-selected"))).toEqual(["true", "false", "false", "false"]);
    expect(tabs.map((element) => element.getAttribute("tabindex"))).toEqual(["0", "-1", "-1", "-1"]);
    const panel = place.querySelector("[role=tabpanel]");
    expect(panel?.getAttribute("aria-labelledby")).toBe(tabs[0]?.id);
  });

  it("are gone through with the arrow keys, round the ends", async () => {
    const session = fakeSession(open(filled()));
    const place = await show(session);
    tab(place, "表式").focus();
    await press(tab(place, "表式"), "ArrowRight");
    expect(document.activeElement).toBe(tab(place, "校验"));
    expect(place.textContent).toContain("都对得上");
    await press(tab(place, "校验"), "End");
    expect(document.activeElement).toBe(tab(place, "上报"));
    await press(tab(place, "上报"), "ArrowRight");
    expect(document.activeElement).toBe(tab(place, "表式"));
    expect(session.calls.filter((call) => call.startsWith("rememberView"))).toEqual([
      "rememberView check",
      "rememberView submit",
      "rememberView forms",
    ]);
  });

  it("open where the workbook was left", async () => {
    const place = await show(fakeSession(open(filled()), "check"));
    expect(tab(place, "校验").getAttribute("aria-selected")).toBe("true");
  });

  it("open where a button of the ribbon says, without taking the focus", async () => {
    const listeners: ((view: string) => void)[] = [];
    const stop = jest.fn();
    const place = await show(fakeSession(open(filled()), "forms"), (listener) => {
      listeners.push(listener);
      return stop;
    });
    const before = document.activeElement;
    await settle(() => {
      listeners[0]?.("check");
    });
    expect(tab(place, "校验").getAttribute("aria-selected")).toBe("true");
    expect(document.activeElement).toBe(before);
    await cleanUp();
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it("stay when the ribbon asks for one that there is not", async () => {
    const place = await show(fakeSession(open(filled())), (listener) => {
      listener("elsewhere");
      return () => undefined;
    });
    expect(tab(place, "表式").getAttribute("aria-selected")).toBe("true");
  });

  it("say what comes first while there is no form", async () => {
    const place = await show(fakeSession(empty, "report"));
    expect(place.textContent).toContain("插入表式并填写以后");
    await click(byName(place, "button", "去插入表式"));
    expect(place.textContent).toContain("插入官方表式");
  });
});

describe("inserting a form", () => {
  const unitField = (place: HTMLElement): HTMLInputElement => {
    const field = place.querySelector("input");
    if (field === null) throw new Error("There is no field for the unit");
    return field;
  };
  const submit = async (place: HTMLElement): Promise<void> => {
    await settle(() => {
      place.querySelector("form")?.requestSubmit();
    });
  };

  it("proposes last year and names the form of that year", async () => {
    const place = await show(fakeSession(empty));
    const year = place.querySelector("select");
    expect(year?.value).toBe("2020");
    expect(place.textContent).toContain("（2019年格式");
    if (year !== null) await enter(year, "2021");
    expect(place.textContent).toContain("（2021年格式");
  });

  it("asks for the unit in one sentence, and inserts nothing without it", async () => {
    const session = fakeSession(empty);
    const place = await show(session);
    await enter(unitField(place), "   ");
    await submit(place);
    expect(place.textContent).toContain("请写单位名称");
    expect(unitField(place).getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(unitField(place));
    expect(session.calls).toEqual([]);
  });

  it("inserts the form for the unit and the year", async () => {
    const session = fakeSession(empty);
    const place = await show(session);
    await enter(unitField(place), ` ${unit} `);
    await submit(place);
    expect(session.calls).toEqual([`insertForm nb2019 ${unit} 2020`]);
  });

  it("says so while it goes on, and is not begun twice", async () => {
    const session = fakeSession({ ...empty, busy: "inserting" });
    const place = await show(session);
    await enter(unitField(place), unit);
    await submit(place);
    await wait(300);
    expect(place.textContent).toContain("正在插入表式…");
    expect(session.calls).toEqual([]);
  });
});

describe("表式 with a form", () => {
  it("shows the progress of each sheet in numbers; a row leads to its first blank", async () => {
    const session = fakeSession(open(filled({ "t3.granted.other": null, "t3.partial.other": null })));
    const place = await show(session);
    const row = byName(place, "button", "表三，共 161 格，已填 159 格");
    expect(row.textContent).toContain("159 / 161 格");
    await click(row);
    expect(session.calls).toEqual(["goTo t3.granted.other"]);
  });

  it("leads on with one button", async () => {
    const session = fakeSession(open(oneWrongFigure));
    const place = await show(session);
    await click(byName(place, "button", "看校验结果"));
    expect(tab(place, "校验").getAttribute("aria-selected")).toBe("true");
  });
});

describe("校验", () => {
  it("groups findings by severity with their number, the first group open", async () => {
    const place = await show(
      fakeSession(open(filled({ "t3.granted.enterprise": -1, "t3.partial.other": null })), "check"),
    );
    const groups = [...place.querySelectorAll("h2 button")];
    expect(groups.map(({ textContent }) => textContent)).toEqual(["强制3 处", "提示1 处"]);
    expect(groups.map((group) => group.getAttribute("aria-expanded"))).toEqual(["true", "false"]);
    expect(place.textContent).not.toContain("没有发生的应填0");
    await click(byName(place, "h2 button", "提示"));
    expect(place.textContent).toContain("没有发生的应填0");
  });

  it("writes each finding as a sentence, an equation and a place", async () => {
    const place = await show(fakeSession(open(oneWrongFigure), "check"));
    const card = byName(place, "li", "1.信访举报投诉类申请");
    expect(card.textContent).toContain("表三 · 商业企业");
    expect(card.textContent).toContain("各项之和为6，总计为5，总计比各项之和少1。");
    expect(card.textContent).toContain("（一）予以公开 1 ＋1.信访举报投诉类申请 5 ＝ 6≠（七）总计 5");
  });

  it("leaves zeros out of a long sum, and says the sum alone when nothing else is left", async () => {
    const place = await show(fakeSession(open(filled({ "t3.notProcessedPetition.enterprise": 0 })), "check"));
    const row = byName(place, "li", "“1.信访举报投诉类申请”行");
    expect(row.textContent).toContain("各项之和 0≠总计 4");
    const column = byName(place, "li", "商业企业列");
    expect(column.textContent).toContain("（一）予以公开 1≠（七）总计 5");
  });

  it("goes to the cell in which row and column cross", async () => {
    const session = fakeSession(open(oneWrongFigure), "check");
    const place = await show(session);
    await click(byName(place, "button", "定位到 表三 · 商业企业"));
    expect(session.calls).toContain("goTo t3.notProcessedPetition.enterprise");
  });

  it("says calmly that all is well, and how much was checked", async () => {
    const place = await show(fakeSession(open(filled()), "check"));
    expect(place.textContent).toMatch(/都对得上，没有要处理的问题\d+ 条规则，40 条平衡关系，全部成立。/u);
    expect(place.textContent).toMatch(/\d+ 条规则无法判断（没有上年数据，不知道单位类型）。/u);
    expect(place.querySelector("h2 button")).toBeNull();
  });

  it("claims no more than what is filled in", async () => {
    const place = await show(fakeSession(open(filled({ "t3.granted.other": null })), "check"));
    expect(place.textContent).toContain("填到现在，没有发现问题");
    expect(place.textContent).toContain("还有 1 格没有填");
  });

  it("shows the reason that was given", async () => {
    const reason = { text: "机构合并", left: 3, right: 2, by: "王某", at: "2021-01-12" };
    const explanations = { "nb2019.t2.openedMax[normative]": reason };
    const place = await show(fakeSession(open(toExplain, { explanations }), "check"));
    expect(place.textContent).toContain("已说明：机构合并");
    expect(place.textContent).toContain("都对得上，没有要处理的问题");
  });

  it("shows a few of very many findings, and the rest on request", async () => {
    const texts = Object.fromEntries(
      [...filled().keys()].filter((cell) => cell.startsWith("t3")).map((cell) => [cell, "无"]),
    );
    const place = await show(fakeSession(open(filled(texts)), "check"));
    expect(place.querySelectorAll("li")).toHaveLength(30);
    await click(byName(place, "button", "显示其余 131 处"));
    expect(place.querySelectorAll("li")).toHaveLength(161);
  });

  it("checks again on request", async () => {
    const session = fakeSession(open(filled()), "check");
    const place = await show(session);
    await click(byName(place, "button", "重新校验"));
    expect(session.calls).toEqual(["checkAgain"]);
  });
});

describe("what is read out", () => {
  const said = (place: HTMLElement): string | undefined => place.querySelector("[data-announcement]")?.textContent;

  it("is the number of findings and the one wrong cell, once edits have paused", async () => {
    const session = fakeSession(open(filled()));
    const place = await show(session);
    await wait(1000);
    expect(said(place)).toBe("校验：没有问题。");
    for (const values of [filled({ "t3.granted.other": 1 }), filled({ "t3.granted.other": 12 }), oneWrongFigure]) {
      await settle(() => {
        session.show(open(values));
      });
      await wait(700);
      expect(said(place)).toBe("校验：没有问题。");
    }
    await wait(300);
    expect(said(place)).toBe(
      "校验：强制 2 处，核实 0 处，提示 0 处。很可能错在 表三 · 1.信访举报投诉类申请 · 商业企业，应为 4。",
    );
    expect(place.querySelector("[data-announcement]")?.getAttribute("role")).toBe("status");
  });
});

describe("报告", () => {
  const withText = open(filled(), { narrative: sampleNarrative });

  it("is written when it is opened, and only then", async () => {
    const session = fakeSession(open(filled()));
    const place = await show(session);
    expect(session.calls).not.toContain("narrate");
    await click(tab(place, "报告"));
    expect(session.calls.filter((call) => call === "narrate")).toHaveLength(1);
  });

  it("shows title, preamble and sections as they will be published", async () => {
    const place = await show(fakeSession(withText, "report"));
    const article = place.querySelector("article");
    expect(article?.querySelector("h2")?.textContent).toBe(sampleNarrative.title);
    expect([...(article?.querySelectorAll("h3") ?? [])].map(({ textContent }) => textContent)).toEqual(
      sampleNarrative.sections.map(({ title }) => title),
    );
    expect(article?.textContent).toContain("第五十条规定，编制本报告。");
    expect(article?.textContent).toContain("表三（完整表格随文件导出）");
  });

  it("leads from a number to its cell, by mouse and by keyboard", async () => {
    const session = fakeSession(withText, "report");
    const place = await show(session);
    const number = byName(place, "article [role=button]", "5件，出自 表三 · ");
    await click(number);
    expect(number.tabIndex).toBe(0);
    await press(number, "Enter");
    await press(byName(place, "article [role=button]", "1件，出自"), " ");
    expect(session.calls.filter((call) => call.startsWith("goTo"))).toEqual([
      "goTo t3.newReceived.enterprise",
      "goTo t3.newReceived.enterprise",
      "goTo t3.newReceived.naturalPerson",
    ]);
  });

  it("leads from a number of 正文要素 to its line there", async () => {
    const session = fakeSession(withText, "report");
    const place = await show(session);
    const number = byName(place, "article [role=button]", "105条");
    expect(number.getAttribute("title")).toBe("正文要素 · 政府网站公开信息");
    await click(number);
    expect(session.calls).toContain("goTo disclosure.pub_site.value");
  });

  it("shows what is still to be filled in, with icon and words", async () => {
    const place = await show(fakeSession(withText, "report"));
    expect(place.textContent).toContain("还有 2 处【待填】");
    const gaps = [...place.querySelectorAll("mark")];
    expect(gaps.map(({ textContent }) => textContent)).toEqual(["【待填：存在的主要问题】", "【待填：改进措施】"]);
    expect(gaps.every((gap) => gap.querySelector("svg") !== null)).toBe(true);
  });

  it("is exported as a Word file", async () => {
    const session = fakeSession(withText, "report");
    const place = await show(session);
    await click(byName(place, "button", "导出 Word"));
    expect(session.calls).toContain("saveDocument docx");
  });
});

describe("a notice", () => {
  const failed: SessionState = { ...open(filled()), notice: { kind: "error", text: "校验没有完成。" } };

  it("of an error is read out at once, stays, and is dismissed by button or Escape", async () => {
    const session = fakeSession(failed);
    const place = await show(session);
    expect(place.querySelector("[role=alert]")?.textContent).toBe("校验没有完成。");
    await click(byName(place, "button", "知道了"));
    await press(byName(place, "button", "知道了"), "Escape");
    expect(session.calls).toEqual(["dismissNotice", "dismissNotice"]);
  });

  it("of an error can be copied", async () => {
    const writeText = jest.fn(() => Promise.resolve());
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
    const place = await show(fakeSession(failed));
    await click(byName(place, "button", "复制"));
    expect(writeText).toHaveBeenCalledWith("校验没有完成。");
    expect(place.textContent).toContain("已复制");
  });

  it("says what to do where the clipboard is denied", async () => {
    Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
    Object.defineProperty(document, "execCommand", { value: () => false, configurable: true });
    const place = await show(fakeSession(failed));
    await click(byName(place, "button", "复制"));
    expect(place.textContent).toContain("请选中文字后复制");
  });

  it("of something done is said politely", async () => {
    const place = await show(fakeSession({ ...open(filled()), notice: { kind: "done", text: "已生成 报告.docx。" } }));
    expect(byName(place, "[role=status]", "已生成").textContent).toBe("已生成 报告.docx。");
    expect(place.querySelector("[role=alert]")).toBeNull();
  });
});

describe("while something is being done", () => {
  it("says what, and offers nothing that would collide", async () => {
    const session = fakeSession({ ...open(filled(), { narrative: sampleNarrative }), busy: "saving" }, "report");
    const place = await show(session);
    await wait(300);
    expect(byName(place, "[role=status]", "正在生成").textContent).toBe("正在生成文件…");
    await click(byName(place, "button", "导出 Word"));
    expect(session.calls).not.toContain("saveDocument docx");
  });

  it("says nothing of what is over in a moment", async () => {
    const session = fakeSession({ ...open(filled()), busy: "going" });
    const place = await show(session);
    await wait(200);
    await settle(() => {
      session.show(open(filled()));
    });
    await wait(200);
    expect(place.textContent).not.toContain("正在定位");
  });

  it("says that the workbook is being read", async () => {
    const place = await show(fakeSession({ ...calm, phase: "starting" }));
    await wait(300);
    expect(place.textContent).toContain("正在读取工作簿…");
  });
});
