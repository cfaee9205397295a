import { factSections } from "../../src/core/model/facts";
import { placeFacts, type LooseFact } from "../../src/core/narrative/place-facts";
import { facts2019, facts2021 } from "../../src/templates/annual-report/facts";
import seeds from "../data/seed-facts.json";

function seedFacts(number: string): readonly LooseFact[] {
  const found = seeds.reports.find(({ file }) => file.startsWith(number));
  if (found === undefined) throw new Error(`no seed ${number}`);
  return found.facts;
}

function ids(number: string): Record<string, readonly string[]> {
  const placed = placeFacts(seedFacts(number), facts2019);
  return Object.fromEntries(Object.entries(placed).map(([section, facts]) => [section, facts.map(({ id }) => id)]));
}

describe("a plain list of facts", () => {
  test.each(["000", "001", "002", "003", "004"])(
    "of seed %s is divided without losing or changing anything",
    (seed) => {
      const given = seedFacts(seed);
      const placed = placeFacts(given, facts2021);
      const all = factSections.flatMap((section) => placed[section] ?? []);
      const rates = given.filter(({ replyRate }) => replyRate !== undefined);
      expect(all).toHaveLength(given.length + rates.length);
      for (const { replyRate, ...fact } of given) {
        expect(all).toContainEqual(fact);
        if (replyRate !== undefined)
          expect(all).toContainEqual({
            id: `${fact.id}_reply_rate`,
            label: `${fact.label ?? ""}回复率`,
            value: replyRate,
            unit: "%",
          });
      }
    },
  );

  test("of seed 001 finds channels, training and the rest", () => {
    expect(ids("001")).toEqual({
      disclosure: ["pub_site", "wechat"],
      application: ["applications"],
      supervision: ["trainings"],
      other: [
        "brochure",
        "communities",
        "mask_firms",
        "masks",
        "thermo_firms",
        "thermo",
        "issues",
        "onsite",
        "live",
        "tickets",
        "events",
        "offline",
        "online",
      ],
    });
  });

  test("of seed 004 finds the total with its categories", () => {
    expect(ids("004")).toEqual({ disclosure: ["pub_total"] });
  });

  test("of the older reports is told by words and unit, not by words alone", () => {
    // What says of itself which share of the total it is stands with the total.
    const categories = ["org", "law", "house", "norm", "perf", "consult", "survey", "rights", "notice"].map(
      (name) => `c_${name}`,
    );
    expect(ids("000")).toMatchObject({
      disclosure: ["pub_total", ...categories, "u_org", "u_lead", "budget_info"],
      application: ["applications"],
      supervision: ["trainings", "trainees"],
    });
    expect(ids("002")["disclosure"]).toEqual(["latest", "updates", "docs", "hotline", "led", "wechat"]);
    expect(ids("003")["disclosure"]).toEqual([
      "pub_total",
      "reply",
      "mails",
      "mails_reply_rate",
      "site",
      "social",
      "city_site",
    ]);
    expect(ids("003")["other"]).toContain("procurement");
  });

  test("takes what is left out as not said", () => {
    expect(placeFacts([{ id: "trainings", value: 3 }], facts2021)).toEqual({
      supervision: [{ id: "trainings", label: "", value: 3, unit: null }],
    });
  });

  test("knows the numbered lines of a field", () => {
    const placed = placeFacts(
      [
        { id: "problem2", text: "乙" },
        { id: "problematic", text: "甲" },
      ],
      facts2021,
    );
    expect(placed.problem?.map(({ text }) => text)).toEqual(["乙"]);
    expect(placed.other?.map(({ text }) => text)).toEqual(["甲"]);
  });
});

describe("facts by section", () => {
  test("stay where they are", () => {
    const facts = { measure: [{ id: "x", label: "培训", value: 3, unit: "次" }] };
    expect(placeFacts(facts, facts2021)).toEqual(facts);
  });

  test("of a section that nobody knows are placed like a list", () => {
    expect(placeFacts({ 监督保障: [{ id: "trainings", value: 3, unit: "次" }] }, facts2021).supervision).toHaveLength(
      1,
    );
  });
});
