import { readFileSync } from "node:fs";

import type { Narrative } from "../../src/core/narrative/narrative";
import { narrativeText } from "../../src/core/narrative/narrative-text";
import { gouji, memoryFiles } from "../support/memory-file";

type Fact = {
  readonly id: string;
  readonly value?: number | null;
  readonly pct?: number;
  readonly approx?: string;
  readonly parts?: readonly number[] | Readonly<Record<string, number>>;
};
type Seed = {
  /** Report files: the figures as they were taken out of the text, and with the words a clerk would add. */
  readonly files: readonly string[];
  readonly original: string;
  readonly facts: readonly string[];
  /** Numbers that the original writes in words, or whose sign is said in words. */
  readonly inWords: readonly number[];
  /** What the law of the time demanded and the original does not say. */
  readonly missing: readonly string[];
  /** Facts that a table holds; the text says them from there. */
  readonly heldByTables: readonly string[];
};

const seeds: Readonly<Record<string, Seed>> = {
  "000 丰台园 2017": {
    files: ["000-fengtai-park-2017", "000-fengtai-park-2017-full"],
    original: "000-fengtai-park-2017.txt",
    facts: [
      "主动公开政府信息255条，其中",
      "机构职能、领导类22条（占8.6%）",
      "新增法规性文件1条（占0.4%）",
      "保障住房类1条（占0.4%）",
      "行政规范性文件类4条（占1.6%）",
      "绩效总结类1条（占0.4%）",
      "政务咨询类4条（占1.6%）",
      "调查征集类6条（占2.4%）",
      "维权信息8条（占3.14%）",
      "业务通知公告类208条（占81.6%）。",
      "更新机构职能信息20条，更新领导信息2条，预决算信息2条。",
      "收到政府信息公开申请2件。",
      "党务公开12次",
      "享受补贴奖励孵化器14家，补贴、奖励资金1199.79万元",
      "新认定国家高新技术企业177家，国家高新技术企业767家",
      "村高新企业新增302家，复审企业167家，中关村高新技术企业2410家。",
      "开展专项培训和政策宣讲超过50次，涉及3000余人次。",
    ],
    inWords: [],
    missing: [
      "【待填：依申请提供政府信息收取费用的金额，没有收取的填0】",
      "【待填：行政复议、行政诉讼的件数，没有的填0】",
    ],
    heldByTables: [],
  },
  "001 丰台区科信局 2020": {
    files: ["001-fengtai-2020-full", "001-fengtai-2020-beijing", "001-fengtai-2020"],
    original: "017-fengtai-2020.txt",
    facts: [
      "通过政府网站公开信息105条。",
      "通过政务微信发布信息263条",
      "137条、",
      "41条、",
      "39条、",
      "23条、",
      "23条。",
      "收到政府信息公开申请6件，其中自然人1件、商业企业5件。",
      "本年度办结6件，其中予以公开2件、不予处理4件（均为信访举报投诉类申请）；无结转下年度继续办理的申请。",
      "未发生政府信息公开行政复议、行政诉讼案件。",
      "处理决定295件。",
      "行政处罚项目上一年7项，本年减少3项。",
      "政府集中采购项目9项，采购总金额1932.583万元。",
      "业务培训3次。",
      "12招",
      "584个",
      "25家",
      "11万只",
      "10家",
      "59个",
      "5期",
      "20家",
      "287家",
      "6000张",
      "46项",
      "近4万人次",
      "近250万人次",
    ],
    inWords: [],
    missing: [],
    heldByTables: ["applications"],
  },
  "002 德胜园区 2017": {
    files: ["002-desheng-2017", "002-desheng-2017-full"],
    original: "002-desheng-2017.txt",
    facts: [
      "本部门制发公文26件",
      "本部门未公开公文类信息。本部门未制发规范性文件。",
      "下属单位未制发公文和规范性文件，未公开公文类信息。",
      "通过政务微信发布信息35篇。",
      "发布园区最新动态、工作成效等信息39条",
      "更新各类信息142条",
      "通过门户网站发布各类文件2份",
      "12345解决市民反映问题19条",
      "LED、公告栏发布信息30条",
      "本部门主动公开政策性文件2件，进行政策解读2件。下属单位未主动公开政策性文件。",
      "本部门回应公众关注热点或重大舆情3次。“领导信箱”办理或答复3件。",
      "下属单位没有需要回应的公众关注热点或重大舆情。",
      "本部门和下属单位均未收到政府信息公开申请。",
      "未发生因政府信息公开引起的举报、投诉、行政复议、行政诉讼。",
      "工作人员3人，其中专职2人、兼职1人。",
    ],
    inWords: [],
    // The table contradicts itself there: 26 documents, none of which bears any of the four marks.
    missing: ["【待填：本部门公文四类标注的件数（有空格，或各类之和与公文总数不符）】"],
    heldByTables: [],
  },
  "003 宝鸡高新区 2019": {
    files: ["003-baoji-2019", "003-baoji-2019-full"],
    original: "003-baoji-2019.txt",
    facts: [
      "主动公开政府信息5300余条。",
      "通过政府网站公开信息980余条，其中高新新闻620余条、通知公告280余条。",
      "回应解读信息200余条",
      "群众网上信件意见建议680余条，群众网上信件意见建议回复率100%",
      "日报、微博、微信消息1000余条",
      "上报市政府门户网站信息40余条",
      "上报政务信息500余条",
      "网站安全漏洞3批次",
      "公开行政许可26项，行政处罚121项，政府集中采购1项。",
      "收到政府信息公开申请2件。",
      "依申请提供政府信息未收取费用。",
      "未发生因政府信息公开申请的行政复议、提起的行政诉讼。",
    ],
    // 千余条, 三批次
    inWords: [1000, 3],
    missing: [],
    heldByTables: [],
  },
  "004 河南科技园区 2020": {
    files: ["004-henan-2020-full", "004-henan-2020"],
    original: "018-henan-2020.txt",
    facts: [
      "75条，其中新闻信息68条、预算审计2条、领导简介5条。",
      "未作出行政许可、其他对外管理服务事项、行政处罚、行政强制处理决定。无政府集中采购项目。",
      "未收到政府信息公开申请，无上年结转申请。未发生政府信息公开行政复议、行政诉讼案件。",
      "未新制作、新公开规范性文件，没有对外公开的规范性文件。",
    ],
    inWords: [],
    missing: [],
    heldByTables: [],
  },
};

const saved = (file: string): string => readFileSync(`test/data/reports/${file}.json`, "utf8");

/** What the command line writes from the workbook that a report file was put into. */
async function narrated(file: string): Promise<Narrative> {
  const { template, variant, unit, year } = JSON.parse(saved(file)) as Readonly<Record<string, string | null>>;
  const files = memoryFiles({ "r.json": saved(file) });
  const words = ["--template", String(template), "--unit", String(unit), "--year", String(year), "--values", "r.json"];
  const form = variant === null || variant === undefined ? words : [...words, "--variant", variant];
  expect(await gouji(files, "new", ...form, "-o", "f.xlsx")).toMatchObject({ status: 0 });
  return JSON.parse((await gouji(files, "narrate", "f.xlsx", "--json")).out) as Narrative;
}

const numbersIn = (text: string): readonly number[] => (text.match(/\d+(?:\.\d+)?/gu) ?? []).map(Number);

describe.each(Object.entries(seeds))("seed %s", (_, seed) => {
  const original = readFileSync(`test/data/texts/${seed.original}`, "utf8");

  describe.each(seed.files)("%s", (file) => {
    let narrative: Narrative;
    let text: string;
    beforeAll(async () => {
      narrative = await narrated(file);
      text = narrativeText(narrative);
    });

    test("every fact of the original that figures can tell is said", () => {
      for (const fact of seed.facts) expect(text).toContain(fact);
    });

    test("every figure among the inputs is a claim with its own source, as approximate as it was", () => {
      const { facts } = JSON.parse(saved(file)) as {
        readonly facts: readonly Fact[] | Readonly<Record<string, readonly Fact[]>>;
      };
      const claims = narrative.sections.flatMap(({ paragraphs }) =>
        paragraphs.flatMap((paragraph) => paragraph.claims.map((claim) => ({ ...claim, paragraph: paragraph.text }))),
      );
      const said = (suffix: string, value: number): (typeof claims)[number] | undefined =>
        claims.find((claim) => claim.source.endsWith(suffix) && claim.value === value);
      for (const fact of Object.values(facts).flat() as readonly Fact[]) {
        const { id, value, pct, approx } = fact;
        if (value === null || value === undefined || value === 0 || seed.heldByTables.includes(id)) continue;
        const claim = said(`.${id}.value`, value);
        expect([id, claim?.value]).toEqual([id, value]);
        if (approx !== undefined) {
          const { offset = 0, paragraph = "", text: words = "" } = claim ?? {};
          expect(paragraph.slice(Math.max(0, offset - 2), offset + words.length + 2)).toContain(approx);
        }
        if (pct !== undefined) expect([id, said(`.${id}.pct`, pct)?.text]).toEqual([id, `${String(pct)}%`]);
        for (const [name, part] of Object.entries(fact.parts ?? {}))
          expect([
            id,
            name,
            claims.some(({ source, value: own }) => source.includes(`.${id}.parts.`) && own === part),
          ]).toEqual([id, name, true]);
      }
    });

    test("no figure is of our own", () => {
      const known = new Set([...numbersIn(original), ...seed.inWords]);
      for (const { paragraphs } of narrative.sections)
        for (const { text: said } of paragraphs)
          for (const number of numbersIn(said.replace(/【待填：[^】]*】/gu, "")))
            expect([said, known.has(number)]).toEqual([said, true]);
    });

    test("what was demanded and is not said is asked for, and filled in by a clerk nothing else is open", () => {
      const gaps = narrative.placeholders.map((found) => found.text);
      for (const gap of seed.missing) expect(gaps).toContain(gap);
      if (file.endsWith("-full")) expect(gaps).toEqual(seed.missing);
    });
  });
});
