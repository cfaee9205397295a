/**
 * @jest-environment jsdom
 */
import { findTemplate, formsForYear } from "../../src/app/forms";
import { InsertForm, type InsertRequest } from "../../src/taskpane/InsertForm";
import { cleanUp, enter, render, settle } from "./support/render";

afterEach(cleanUp);

describe("a year with two forms", () => {
  it("asks which one, and takes the one chosen", async () => {
    const forms = ["nb2019", "nb2021"].map(findTemplate).filter((form) => form !== undefined);
    const requests: InsertRequest[] = [];
    const place = await render(
      <InsertForm
        thisYear={2021}
        formsForYear={() => forms}
        disabled={false}
        onInsert={(request) => requests.push(request)}
      />,
    );
    const submit = (): Promise<void> =>
      settle(() => {
        place.querySelector("form")?.requestSubmit();
      });
    const [, form] = place.querySelectorAll("select");
    const unit = place.querySelector("input");
    if (form === undefined || unit === null) throw new Error("Something is not asked for");
    await enter(unit, "某某局");
    await submit();
    expect(requests).toEqual([]);
    expect(place.textContent).toContain("请选一种表式。");
    await enter(form, "nb2021");
    await submit();
    expect(requests).toEqual([{ template: "nb2021", unit: "某某局", year: 2020 }]);
  });
});

describe("a form with regional variants", () => {
  it("takes the form as it was issued unless a variant is chosen, and explains the one chosen", async () => {
    const requests: InsertRequest[] = [];
    const place = await render(
      <InsertForm
        thisYear={2021}
        formsForYear={formsForYear}
        disabled={false}
        onInsert={(request) => requests.push(request)}
      />,
    );
    const submit = (): Promise<void> =>
      settle(() => {
        place.querySelector("form")?.requestSubmit();
      });
    const [, variant] = place.querySelectorAll("select");
    const unit = place.querySelector("input");
    if (variant === undefined || unit === null) throw new Error("Something is not asked for");
    await enter(unit, "某某局");
    await submit();
    await enter(variant, "bj2020");
    expect(place.textContent).toContain("分行政检查、行政确认两行");
    await submit();
    expect(requests).toEqual([
      { template: "nb2019", unit: "某某局", year: 2020 },
      { template: "nb2019", variant: "bj2020", unit: "某某局", year: 2020 },
    ]);
  });

  it("offers a variant only for the years in which it was found in use", async () => {
    const place = await render(
      <InsertForm thisYear={2020} formsForYear={formsForYear} disabled={false} onInsert={() => undefined} />,
    );
    const year = place.querySelector("select");
    expect(year?.value).toBe("2019");
    expect(place.querySelectorAll("select")).toHaveLength(1);
    if (year !== null) await enter(year, "2020");
    expect(place.querySelectorAll("select")).toHaveLength(2);
  });

  it("says 未核验 where a form is offered", async () => {
    const place = await render(
      <InsertForm thisYear={2017} formsForYear={formsForYear} disabled={false} onInsert={() => undefined} />,
    );
    const [, form] = place.querySelectorAll("select");
    expect([...(form?.options ?? [])].map(({ text }) => text)).toEqual([
      "",
      "政府信息公开情况统计表（2014—2018年度）（未核验）",
      "政府信息公开工作年度报告（文字报告，无统计表）（未核验）",
    ]);
  });
});

describe("自动合计", () => {
  it("is off unless it is asked for, and then its price is said", async () => {
    const requests: InsertRequest[] = [];
    const place = await render(
      <InsertForm
        thisYear={2027}
        formsForYear={formsForYear}
        disabled={false}
        onInsert={(request) => requests.push(request)}
      />,
    );
    const unit = place.querySelector<HTMLInputElement>('input:not([type="checkbox"])');
    const tick = place.querySelector<HTMLInputElement>('input[type="checkbox"]');
    if (unit === null || tick === null) throw new Error("Something is not asked for");
    await enter(unit, "某某局");
    expect(place.textContent).not.toContain("合计也跟着错");
    await settle(() => {
      tick.click();
    });
    expect(place.textContent).toContain("合计也跟着错，不能再从合计找出错在哪一格");
    await settle(() => {
      place.querySelector("form")?.requestSubmit();
    });
    expect(requests).toEqual([{ template: "nb2021", unit: "某某局", year: 2026, totals: "formula" }]);
  });
});
