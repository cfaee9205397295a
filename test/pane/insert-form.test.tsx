/**
 * @jest-environment jsdom
 */
import { findTemplate } from "../../src/app/forms";
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
