import type { Line, Topic, Word } from "../../core/audit/vocabulary";

const chain =
  "(?:[了的、和或及与]|各类|各种|有效|群众|公众|公民|法人|其他组织|自然人|社会|企业|提出|提交|提起|书面|依法|有关|相关|涉及|政府|政务|信息|公开|依|申请|案件|办理|事项|类|数量|件数)*";
/** Behind 申请 no 和 belongs to it. */
const tail = "(?:案件|办理|事项|类|政府|信息|公开|数量|件数)*";
const receive = "(?:收到|受理|收办|接到|接收|收悉|新收)(?:并(?:受理|办理|答复|处理))?";
const handle = "(?:办结|办理完结|办理完毕|审结|处理完毕)";
const nextYear = "(?:至|到|入|在)?(?:(?:下|次|明)(?:一)?(?:个)?年(?:度)?|20\\d\\d年(?:度)?)";

/** 收到申请, 办结, 答复: how texts of every year speak of applications. */
export const applicationWords = {
  received: {
    again: new RegExp(`(?:${receive}|本年度?新增)了?(?:约|近|超过)?$`, "u"),
    words: new RegExp(`${receive}${chain}申请${tail}|申请的?(?:受理|接收|收到|收件)总?(?:量|数量?|件数)`, "gu"),
    around: [
      {
        before: new RegExp(`${receive}了?(?:各类|有效)?(?:约|近|超过)?$`, "u"),
        behind: /^(?:政府|政务|的)?(?:信息)?(?:公开)?(?:依)?(?:申请)(?!人|行政复议|复议)/u,
      },
    ],
  },
  handled: { isBare: true, words: new RegExp(`${handle}(?:${chain}申请${tail})?`, "gu") },
  answered: {
    isBare: true,
    words: new RegExp(`(?<!继续|年度?|予以|其他|口头|电话)答复(?:${chain}申请${tail})?`, "gu"),
  },
} as const;

/** What a text must have spoken of before its applications are those of 表三 and not, say, of licences. */
export const applicationAbout =
  /信息公开|依申请|公开申请|(?:收到|受理|收办|接到|新收)(?:的|了|各类|有效)?\d*[件份条宗]?申请/u;

/** What makes a count of applications another count than that of the form. */
export const applicationNarrowing =
  /通过|网上|网络|信函|当面|现场|邮寄|邮件|传真|平台|渠道|季度|上半年|下半年|(?<!\d)\d{1,2}月(?!\d*日)|截至|疑难|延期|按时|按期|限时|如期|提前|新增|首次|代表.{0,8}答复|同一申请人/u;

/** Wordings of the rows below （三）（四）（五）（六）, by row id. */
const reasons: Readonly<Record<string, RegExp>> = {
  deniedStateSecret: /(?:属于|涉及)?国家秘密/gu,
  deniedLaw: /(?:其他)?法律、?(?:行政)?法规禁止公开/gu,
  deniedSafety: /(?:危及)?[“"]?三安全一稳定[”"]?/gu,
  deniedThirdParty: /(?:保护|损害|涉及)?第三方合法权益/gu,
  deniedInternal: /(?:属于)?(?:三类)?内部事务信息/gu,
  deniedProcess: /(?:属于)?(?:四类)?过程性信息/gu,
  deniedEnforcement: /(?:属于)?行政执法案卷(?:信息)?/gu,
  deniedQuery: /(?:属于)?行政查询事项/gu,
  unableNotHeld: /(?:本机关|本行政机关|本单位)?不掌握(?:相关)?(?:政府)?(?:信息)?/gu,
  unableCreate: /没有现成信息(?:需要另行制作)?|需要?另行制作/gu,
  unableUnclear: /补正后(?:申请内容)?仍不明确/gu,
  notProcessedPetition: /信访、?举报、?投诉类?(?:申请)?/gu,
  notProcessedRepeat: /重复申请/gu,
  notProcessedPublication: /(?:要求提供)?公开出版物/gu,
  notProcessedExcessive: /(?:无正当理由)?大量反复申请/gu,
  notProcessedReconfirm: /(?:要求行政机关)?确认或者?重新出具已获取信息/gu,
  otherNoCorrection: /(?:申请人)?(?:无正当理由)?逾期不补正/gu,
  otherNoFee: /(?:申请人)?逾期(?:未(?:按收费通知要求)?缴(?:纳费用|费)|不缴费)/gu,
};

const applicants: readonly Word[] = [
  { id: "naturalPerson", words: /自然人/gu, picks: [["naturalPerson"]] },
  { id: "enterprise", words: /商业企业/gu, picks: [["enterprise"]] },
  { id: "research", words: /科研机构/gu, picks: [["research"]] },
  { id: "publicInterest", words: /(?:社会)?公益组织/gu, picks: [["publicInterest"]] },
  { id: "legalService", words: /法律服务机构/gu, picks: [["legalService"]] },
  { id: "other", words: /(?<!法人[或和及、与])其他组织/gu, picks: [["other"]] },
  {
    id: "organization",
    words: /法人(?:[或和及、与]|或者)(?:其他|非法人)组织/gu,
    picks: [["enterprise", "research", "publicInterest", "legalService", "other"]],
  },
];

/**
 * 表三 as texts speak of it.
 * @param rows ids of the rows of the form in its order; groups are told by the beginning of the id
 */
export function applicationTopic(rows: readonly string[]): Topic {
  const group = (name: string): readonly string[] => rows.filter((row) => row === name || row.startsWith(name));
  const groups = {
    denied: group("denied"),
    unable: group("unable"),
    notProcessed: group("notProcessed"),
    other: group("other"),
  };
  const answered = ["granted", "partial", ...groups.denied, ...groups.unable, ...groups.notProcessed];
  const lines: readonly Line[] = [
    {
      id: "received",
      ...applicationWords.received,
      picks: [["newReceived"], ["newReceived", "carriedOver"], ["totalHandled"]],
    },
    {
      id: "processed",
      words: new RegExp(`(?<!继续)(?:办理|处理)${chain}申请${tail}`, "gu"),
      picks: [["totalHandled"], ["newReceived"], ["newReceived", "carriedOver"]],
    },
    { id: "handled", ...applicationWords.handled, picks: [["totalHandled"]] },
    { id: "answered", ...applicationWords.answered, picks: [["totalHandled"], answered] },
    {
      id: "carriedOver",
      words: new RegExp(`(?:上|去)(?:一)?年(?:度)?的?(?:结转|转结|转入|遗留)(?:的)?${tail}(?:申请)?${tail}`, "gu"),
      picks: [["carriedOver"]],
    },
    {
      id: "carriedForward",
      words: new RegExp(
        `(?:结转|转|顺延|延续)${nextYear}(?:继续)?(?:办理|答复|处理)?(?:的)?${tail}(?:申请)?${tail}`,
        "gu",
      ),
      picks: [["carriedForward"]],
      around: [
        {
          before: /^(?:另有|尚有|还有|有|其余)?$/u,
          behind: new RegExp(`^(?:政府信息公开)?(?:申请)?[^，。；、]{0,12}?(?:结转|转|顺延|延续)${nextYear}`, "u"),
        },
      ],
    },
    {
      id: "carried",
      isBare: true,
      words: /(?<!(?:上|去)一?年度?的?)结转/gu,
      picks: [["carriedForward"], ["carriedOver"]],
      loose: true,
    },
    { id: "granted", isBare: true, words: /(?<!不|部分)(?:准)?予以公开/gu, picks: [["granted"]] },
    { id: "partial", isBare: true, words: /部分(?:予以)?公开/gu, picks: [["partial"]] },
    { id: "denied", isBare: true, words: /不予(?:以)?公开/gu, picks: [groups.denied] },
    { id: "unable", isBare: true, words: /无法提供/gu, picks: [groups.unable] },
    { id: "notProcessed", isBare: true, words: /不予处理/gu, picks: [groups.notProcessed] },
    { id: "other", isBare: true, words: /其他(?:方式)?处理/gu, picks: [groups.other] },
    ...rows.flatMap((row): readonly Line[] => {
      const words = reasons[row];
      return words === undefined ? [] : [{ id: row, isBare: true, words, picks: [[row]] }];
    }),
  ];
  const outcomes = ["granted", "partial", "denied", "unable", "notProcessed", "other"];
  return {
    id: "applications",
    cell: "t3.{line}.{facet}",
    units: { 件: 1, 条: 1, 份: 1, 宗: 1, 起: 1, 件次: 1 },
    lines,
    facets: applicants,
    whole: {
      picks: [["total"]],
      parts: ["naturalPerson", "enterprise", "research", "publicInterest", "legalService", "other"],
    },
    about: applicationAbout,
    narrowing: applicationNarrowing,
    universals: [
      { words: new RegExp(handle, "gu"), line: "handled", rest: "carriedForward" },
      { words: /(?:予以|作出|依法|规定|进行)?(?:答复|回复)/gu, line: "handled", rest: "carriedForward", loose: true },
    ],
    rates: [
      {
        words: /(?<!按时|按期|限时|及时|如期)办结率/gu,
        part: "totalHandled",
        wholes: [["newReceived", "carriedOver"], ["newReceived"]],
        loose: true,
      },
      {
        words: /(?:答复|回复|按时办结|按期办结)率/gu,
        part: "totalHandled",
        wholes: [["newReceived", "carriedOver"], ["newReceived"]],
        loose: true,
      },
    ],
    partitions: [
      { of: "lines", members: outcomes, total: "handled" },
      { of: "lines", members: [...outcomes, "carriedForward"], total: "received" },
      { of: "lines", members: groups.denied, total: "denied" },
      { of: "lines", members: groups.unable, total: "unable" },
      { of: "lines", members: groups.notProcessed, total: "notProcessed" },
      { of: "facets", members: ["naturalPerson", "enterprise", "research", "publicInterest", "legalService", "other"] },
    ],
  };
}
