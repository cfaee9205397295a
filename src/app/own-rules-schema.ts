import * as z from "zod/mini";

import type { KeyNames } from "./own-rules-lines";

// The file in which a superior office hands down a task and its own rules. Keys may be Chinese or English.

const fileKeys: Readonly<Record<string, string>> = {
  任务: "title",
  下发单位: "issuer",
  年度: "year",
  表式: "template",
  变体: "variant",
  截止日期: "deadline",
  报送邮箱: "replyTo",
  说明: "note",
  依据: "source",
  单位: "units",
  规则: "rules",
};

const unitKeys: Readonly<Record<string, string>> = {
  单位名称: "name",
  统一社会信用代码: "code",
  单位类型: "type",
  邮箱: "email",
};

const ruleKeys: Readonly<Record<string, string>> = {
  编号: "id",
  级别: "severity",
  规则: "rule",
  条件: "when",
  必填: "required",
  逐行逐列: "over",
  空格: "blanks",
  表述: "sentence",
  依据: "source",
  表式: "template",
  年度: "years",
  单位类型: "unitType",
  规章制定权: "rulemaking",
  例: "examples",
};

const exampleKeys: Readonly<Record<string, string>> = { 数据: "values", 上年: "prior", 结论: "expect" };

/** The English name of a key at its place. A file that is a bare list is a list of rules. */
export const keyNames: KeyNames = (path, key) => {
  const keys = keysAt(typeof path[0] === "number" ? ["rules", ...path] : path);
  return Object.hasOwn(keys, key) ? (keys[key] ?? key) : key;
};

function keysAt([list, , below, , more]: readonly (string | number)[]): Readonly<Record<string, string>> {
  if (list === undefined) return fileKeys;
  if (list === "units") return unitKeys;
  if (list !== "rules" || more !== undefined) return {};
  return below === undefined ? ruleKeys : below === "examples" ? exampleKeys : {};
}

const text = z.string().check(z.minLength(1), z.maxLength(2000));
const texts = z.union([text, z.array(text).check(z.minLength(1))]);

const unitTypes = ["政府", "部门", "乡镇", "街道", "government", "department", "township", "agency"] as const;
const unitType = z.enum(unitTypes);

const figures = z.record(z.string(), z.nullable(z.union([z.number(), z.string()])));

const rule = z.strictObject({
  id: z.string().check(z.regex(/^(?:own\.)?[\p{L}\p{N}_-]{1,60}$/u)),
  severity: z.enum(["强制", "核实", "提示", "error", "warning", "hint"]),
  rule: z.optional(text),
  required: z.optional(texts),
  when: z.optional(text),
  over: z.optional(texts),
  blanks: z.optional(z.enum(["按0", "不判断", "zero", "open"])),
  sentence: z.optional(text),
  source: z.optional(text),
  template: z.optional(texts),
  years: z.optional(z.union([z.int(), z.array(z.int()).check(z.minLength(1))])),
  unitType: z.optional(z.union([unitType, z.array(unitType).check(z.minLength(1))])),
  rulemaking: z.optional(z.union([z.boolean(), z.enum(["有", "无"])])),
  examples: z.optional(
    z.array(
      z.strictObject({
        values: figures,
        prior: z.optional(figures),
        expect: z.enum(["成立", "不成立", "无法判断", "passed", "broken", "undecided"]),
      }),
    ),
  ),
});

const unit = z.union([
  text,
  z.strictObject({
    name: text,
    code: z.optional(z.nullable(text)),
    type: z.optional(z.nullable(z.enum([...unitTypes, "其他"]))),
    email: z.optional(z.nullable(text)),
  }),
]);

export const taskFileSchema = z.strictObject({
  title: z.optional(text),
  issuer: z.optional(text),
  year: z.optional(z.int().check(z.minimum(1900), z.maximum(2999))),
  template: z.optional(text),
  variant: z.optional(z.nullable(text)),
  deadline: z.optional(z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u))),
  replyTo: z.optional(z.string().check(z.regex(/^[^\s@<>,;]+@[^\s@<>,;]+$/u))),
  note: z.optional(text),
  source: z.optional(text),
  units: z.optional(z.array(unit).check(z.maxLength(20_000))),
  rules: z.optional(z.array(rule).check(z.maxLength(2000))),
});

export type TaskFileShape = z.infer<typeof taskFileSchema>;
export type RuleShape = z.infer<typeof rule>;
export type UnitShape = z.infer<typeof unit>;
