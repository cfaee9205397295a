/**
 * @jest-environment jsdom
 */
import type { ReactElement } from "react";
import { Crash } from "../../src/taskpane/Crash";
import { byName, cleanUp, click, render } from "./support/render";

afterEach(cleanUp);

describe("a mistake of the pane itself", () => {
  it("is shown as a sentence, and the pane can be shown again", async () => {
    let broken = true;
    const Fragile = (): ReactElement => {
      if (broken) throw new Error("out of paper");
      return <p>here</p>;
    };
    const quiet = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const place = await render(
      <Crash>
        <Fragile />
      </Crash>,
    );
    quiet.mockRestore();
    expect(place.querySelector("[role=alert]")?.textContent).toContain("out of paper");
    broken = false;
    await click(byName(place, "button", "重新显示"));
    expect(place.textContent).toBe("here");
  });
});
