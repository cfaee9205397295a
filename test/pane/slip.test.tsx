/**
 * @jest-environment jsdom
 */
import type { SessionState } from "../../src/app/session-state";
import type { Suggestion } from "../../src/core/locate/suggest";
import { App } from "../../src/taskpane/App";
import { slipOverview } from "../../src/taskpane/slip-cases";
import { fakeSession, type FakeSession } from "./support/fake-session";
import { byName, cleanUp, click, enter, press, render, settle } from "./support/render";
import { filled, oneWrongFigure, openForm, toExplain } from "./support/sample";

const calm = { notice: null, busy: null } as const;
const reasonRule = "nb2019.t2.openedMax[normative]";

function open(...form: Parameters<typeof openForm>): SessionState & { readonly phase: "open" } {
  return { ...calm, phase: "open", form: openForm(...form) };
}

async function show(session: FakeSession): Promise<HTMLElement> {
  return render(<App session={session} thisYear={2021} scheme="light" onRibbonView={() => () => undefined} />);
}

function area(place: ParentNode): HTMLTextAreaElement {
  const found = place.querySelector("textarea");
  if (found === null) throw new Error("There is no text area");
  return found;
}

function nameField(place: ParentNode): HTMLInputElement {
  const found = place.querySelector<HTMLInputElement>("input[autocomplete=name]");
  if (found === null) throw new Error("There is no field for a name");
  return found;
}

afterEach(cleanUp);

describe("one wrong figure", () => {
  it("is one thing to do: the cell, the right value, the slip, and its findings under it", async () => {
    const place = await show(fakeSession(open(oneWrongFigure), "check"));
    const slip = place.querySelector("[data-slip]");
    expect(place.querySelectorAll("[data-slip]")).toHaveLength(1);
    expect(slip?.textContent).toContain("很可能是这一格唯一可能");
    expect(slip?.textContent).toContain("表三 · 1.信访举报投诉类申请 · 商业企业应为 4（现为 5，一位数字有误）");
    expect(slip?.textContent).toContain("改后 2 处必须改的问题消除");
    expect(slip?.querySelectorAll("li")).toHaveLength(2);
    expect(place.querySelectorAll("li")).toHaveLength(2);
  });

  it("is put right on one click, or looked at first", async () => {
    const session = fakeSession(open(oneWrongFigure), "check");
    const place = await show(session);
    await click(byName(place, "button", "把 表三 · 1.信访举报投诉类申请 · 商业企业 改为 4"));
    await click(byName(place, "[data-slip] button", "定位到 表三 · 1.信访举报投诉类申请 · 商业企业"));
    expect(session.calls).toEqual([
      "write suggestion t3.notProcessedPetition.enterprise=4",
      "goTo t3.notProcessedPetition.enterprise",
    ]);
  });

  it("cannot be put right twice at once", async () => {
    const session = fakeSession({ ...open(oneWrongFigure), busy: "writing" }, "check");
    const place = await show(session);
    await click(byName(place, "button", "改为 4"));
    expect(session.calls).toEqual([]);
  });
});

describe("several explanations", () => {
  const form = openForm(oneWrongFigure);
  const [first] = form.localisation.suggestions;
  if (first === undefined) throw new Error("Nothing was suggested");
  const others: readonly Suggestion[] = [2, 3, 6].map((to) => ({
    ...first,
    certain: false,
    changes: first.changes.map((change) => ({ ...change, to })),
  }));
  const several = { ...form, localisation: { suggestions: others, unexplained: [] } };

  it("are all listed, none before the others", async () => {
    const place = await show(fakeSession({ ...calm, phase: "open", form: several }, "check"));
    const slip = place.querySelector("[data-slip]");
    expect(slip?.textContent).toContain("有 3 种可能，请对照原始记录选一种");
    expect(slip?.textContent).not.toContain("唯一可能");
    expect(
      [...(slip?.querySelectorAll("[role=group]") ?? [])].map((group) => group.getAttribute("aria-label")),
    ).toEqual(["可能 1", "可能 2", "可能 3"]);
  });

  it("beyond three wait for a click", async () => {
    const many = { ...several, localisation: { suggestions: [...others, first], unexplained: [] } };
    const place = await show(fakeSession({ ...calm, phase: "open", form: many }, "check"));
    expect(place.querySelectorAll("[data-slip] [role=group]")).toHaveLength(3);
    await click(byName(place, "button", "显示其余 1 种"));
    expect(place.querySelectorAll("[data-slip] [role=group]")).toHaveLength(4);
  });
});

describe("two slips", () => {
  it("are two things to do, not one joined", () => {
    const form = openForm(filled({ "t3.notProcessedPetition.enterprise": 5, "t3.granted.naturalPerson": 10 }));
    const { cases, others } = slipOverview(form.localisation, form.result.findings);
    expect(cases.map(({ options }) => options.map(({ changes }) => changes.map(({ cell }) => cell)))).toEqual(
      expect.arrayContaining([[["t3.notProcessedPetition.enterprise"]], [["t3.granted.naturalPerson"]]]),
    );
    expect(cases).toHaveLength(2);
    expect(others).toEqual([]);
  });
});

describe("what is no single slip", () => {
  it("is said quietly, and every finding stays readable", async () => {
    const form = openForm(oneWrongFigure);
    const rules = form.result.findings.map(({ rule }) => rule);
    const lost = { ...form, localisation: { suggestions: [], unexplained: [{ rules, reason: "many" as const }] } };
    const place = await show(fakeSession({ ...calm, phase: "open", form: lost }, "check"));
    expect(place.querySelector("[data-unexplained]")?.textContent).toBe("下面 2 处不像是一处笔误，请逐条核对。");
    expect(place.querySelectorAll("li")).toHaveLength(2);
  });
});

describe("the last command", () => {
  const cell = "t3.notProcessedPetition.enterprise";
  const at = new Date(2021, 0, 12, 9, 5);
  const entry = { at, cause: "suggestion", changes: [{ cell, from: 5, to: 4 }] } as const;
  const back = [{ cell, from: 4, to: 5 }] as const;
  const healed = { ...openForm(filled()), log: [entry], undoable: { entry, back } };

  it("is said in one line with 撤销, and takes the focus that its button lost", async () => {
    const session = fakeSession(open(oneWrongFigure), "check");
    const place = await show(session);
    byName(place, "button", "改为 4").focus();
    jest.spyOn(document, "hasFocus").mockReturnValue(true);
    await settle(() => {
      session.show({ ...calm, phase: "open", form: healed });
    });
    const line = byName(place, "[role=status]", "刚才的改动");
    expect(line.textContent).toBe("已改正 表三 · 1.信访举报投诉类申请 · 商业企业：5 → 4。撤销");
    expect(document.activeElement).toBe(line);
    await click(byName(place, "button", "撤销"));
    expect(session.calls).toEqual(["undo"]);
  });

  it("takes the focus from nobody who works elsewhere", async () => {
    const session = fakeSession(open(oneWrongFigure), "check");
    await show(session);
    jest.spyOn(document, "hasFocus").mockReturnValue(false);
    await settle(() => {
      session.show({ ...calm, phase: "open", form: healed });
    });
    expect(document.activeElement).toBe(document.body);
  });

  it("says what went back, and offers 撤销 no longer", async () => {
    const undo = { at, cause: "undo", changes: back } as const;
    const place = await show(
      fakeSession({ ...calm, phase: "open", form: { ...openForm(oneWrongFigure), log: [entry, undo] } }, "check"),
    );
    expect(place.textContent).toContain("已撤销，表三 · 1.信访举报投诉类申请 · 商业企业 回到 5。");
    expect(() => byName(place, "button", "撤销")).toThrow("撤销");
  });

  it("is kept in the change log, newest first, which is exported", async () => {
    const hand = { at, cause: "hand", changes: [{ cell, from: null, to: 5 }] } as const;
    const session = fakeSession({ ...calm, phase: "open", form: { ...healed, log: [hand, entry] } });
    const place = await show(session);
    await click(byName(place, "button", "变更记录"));
    expect([...place.querySelectorAll("ol > li")].map(({ textContent }) => textContent)).toEqual([
      "1月12日 09:05按建议修改表三 · 1.信访举报投诉类申请 · 商业企业：5 → 4",
      "1月12日 09:05手工修改表三 · 1.信访举报投诉类申请 · 商业企业：空 → 5",
    ]);
    await click(byName(place, "button", "导出变更记录"));
    expect(session.calls).toEqual(["saveLog"]);
  });
});

describe("写说明", () => {
  async function opened(session: FakeSession): Promise<HTMLElement> {
    const place = await show(session);
    await click(byName(place, "button", "写说明"));
    return place;
  }

  it("takes text and name, and gives the focus back", async () => {
    const session = fakeSession(open(toExplain), "check");
    const place = await opened(session);
    expect(document.activeElement).toBe(area(place));
    await enter(area(place), " 机构合并 ");
    await enter(nameField(place), "王某");
    await click(byName(place, "button", "保存"));
    expect(session.calls).toEqual([`explain ${reasonRule} 机构合并 王某`]);
    expect(document.activeElement).toBe(byName(place, "button", "写说明"));
  });

  it("proposes whoever gave the last reason", async () => {
    const session = { ...fakeSession(open(toExplain), "check"), recallPerson: () => Promise.resolve("李某") };
    expect(nameField(await opened(session)).value).toBe("李某");
  });

  it("asks for what is missing, and keeps nothing without it", async () => {
    const session = fakeSession(open(toExplain), "check");
    const place = await opened(session);
    await click(byName(place, "button", "保存"));
    expect(place.textContent).toContain("请写一句原因。");
    expect(place.textContent).toContain("请写说明人。");
    expect(session.calls).toEqual([]);
  });

  it("is left with Escape, which gives the focus back", async () => {
    const place = await opened(fakeSession(open(toExplain), "check"));
    await press(area(place), "Escape");
    expect(place.querySelector("textarea")).toBeNull();
    expect(document.activeElement).toBe(byName(place, "button", "写说明"));
  });

  it("says who gave a reason and when, and that it has expired", async () => {
    const reason = { text: "机构合并", left: 3, right: 2, by: "王某", at: "2021-01-12" };
    const session = fakeSession(open(toExplain, { explanations: { [reasonRule]: reason } }), "check");
    const place = await show(session);
    expect(place.textContent).toContain("已说明：机构合并王某，2021年1月12日");
    await settle(() => {
      session.show(open(toExplain, { explanations: { [reasonRule]: { ...reason, left: 9 } } }));
    });
    expect(place.textContent).toContain("说明已过期（数字已变，原说明：机构合并）");
  });
});

describe("a hint", () => {
  const rule = "nb2019.t2.amountDecimals[procurement.amount]";
  const values = filled({ "t2_9.procurement.amount": 1932.5831234 });
  const looked = { text: "已核对", left: null, right: null, by: "王某", at: "2021-01-12" };

  it("is dismissed as 已核对 by whoever works here", async () => {
    const session = { ...fakeSession(open(values), "check"), recallPerson: () => Promise.resolve("王某") };
    const place = await show(session);
    await click(byName(place, "button", "，已核对"));
    expect(session.calls).toEqual([`explain ${rule} 已核对 王某`]);
  });

  it("asks who that is where nobody has given a name yet", async () => {
    const session = fakeSession(open(values), "check");
    const place = await show(session);
    await click(byName(place, "button", "，已核对"));
    expect(session.calls).toEqual([]);
    expect(document.activeElement).toBe(nameField(place));
    await click(byName(place, "form button", "记下"));
    expect(place.textContent).toContain("请写核对人。");
    expect(session.calls).toEqual([]);
    await press(nameField(place), "Escape");
    expect(place.querySelector("form")).toBeNull();
    await click(byName(place, "button", "，已核对"));
    await enter(nameField(place), " 李某 ");
    await click(byName(place, "form button", "记下"));
    expect(session.calls).toEqual([`explain ${rule} 已核对 李某`]);
    expect(place.querySelector("form")).toBeNull();
  });

  it("then waits out of sight, says who has looked, and can be brought back", async () => {
    const session = fakeSession(open(values, { explanations: { [rule]: looked } }), "check");
    const place = await show(session);
    expect(place.textContent).toContain("提示1 处，都已核对");
    await click(byName(place, "h2 button", "提示"));
    expect(place.querySelectorAll("li")).toHaveLength(0);
    await click(byName(place, "h3 button", "已核对的 1 处"));
    expect(place.querySelector("li")?.textContent).toContain("王某，2021年1月12日");
    await click(byName(place, "button", "恢复 "));
    expect(session.calls).toEqual([`explain ${rule}  `]);
  });

  it("of blanks cannot be dismissed: they are filled in", async () => {
    const place = await show(fakeSession(open(filled({ "t3.partial.other": null })), "check"));
    expect(place.textContent).toContain("没有发生的应填0");
    expect(() => byName(place, "button", "已核对")).toThrow("已核对");
  });
});

describe("补合计 and 补零", () => {
  const blanks = filled({ "t3.granted.total": null, "t3.granted.other": null, "t3.partial.other": null });

  it("are seen first, then written", async () => {
    const session = fakeSession(open(blanks));
    const place = await show(session);
    expect(place.querySelector("[data-change]")).toBeNull();
    await click(byName(place, "button", "补合计1 格"));
    expect([...place.querySelectorAll("[data-change]")].map(({ textContent }) => textContent)).toEqual([
      "（一）予以公开 · 总计→ 2",
    ]);
    await click(byName(place, "button", "补合计 1 格"));
    await click(byName(place, "button", "补零2 格"));
    await click(byName(place, "button", "给表三补零 2 格"));
    expect(session.calls).toEqual([
      "write totals t3.granted.total=2",
      "write zeros t3.granted.other=0 t3.partial.other=0",
    ]);
  });

  it("are not offered when nothing is missing", async () => {
    const place = await show(fakeSession(open(filled())));
    expect(place.textContent).not.toContain("补零");
  });
});

describe("零报告", () => {
  const zeros = new Map([...filled().keys()].map((cell) => [cell, 0]));

  it("needs a tick and a name", async () => {
    const session = fakeSession(open(zeros));
    const place = await show(session);
    const confirm = byName(place, "button", "确认零报告");
    await click(confirm);
    expect(place.textContent).toContain("请先勾选。");
    expect(place.textContent).toContain("请写确认人。");
    const tick = place.querySelector<HTMLInputElement>("input[type=checkbox]");
    if (tick === null) throw new Error("There is no tick");
    await click(tick);
    await enter(nameField(place), "王某");
    await click(confirm);
    expect(session.calls).toEqual(["confirmZeros 王某"]);
  });

  it("says who confirmed it, and can be taken back", async () => {
    const form = openForm(zeros);
    const confirmed = { ...form, report: { ...form.report, zeroReport: { by: "王某", at: "2021-01-12" } } };
    const session = fakeSession({ ...calm, phase: "open", form: confirmed });
    const place = await show(session);
    expect(place.textContent).toContain("王某已于2021年1月12日确认零报告。");
    await click(byName(place, "button", "取消零报告"));
    expect(session.calls).toEqual(["confirmZeros null"]);
  });
});

describe("单位情况", () => {
  it("is asked with its reason; a township has no 规章", async () => {
    const session = fakeSession(open(filled()));
    const place = await show(session);
    await click(byName(place, "button", "单位情况未说明"));
    expect(place.textContent).toContain("不说明就无法判断");
    const [type, rulemaking] = place.querySelectorAll("select");
    if (type === undefined || rulemaking === undefined) throw new Error("There are no choices");
    await enter(type, "township");
    await enter(rulemaking, "no");
    expect(session.calls).toEqual(["describeUnit township false", "describeUnit null false"]);
  });
});
