import type { Claim, Narrative, Paragraph } from "../../../src/core/narrative/narrative";

function paragraph(rule: string, text: string, claims: readonly (readonly [string, number, string])[] = []): Paragraph {
  let done = 0;
  const found: readonly Claim[] = claims.map(([words, value, source]) => {
    const offset = text.indexOf(words, done);
    if (offset < 0) throw new Error(`${words} is not in ${text}`);
    done = offset + words.length;
    return { text: words, value, source, offset };
  });
  return { rule, kind: "text", text, claims: found, sentences: [{ rule, text }] };
}

/** A report text in the shape of the narrative, with every kind of piece that the pane shows. */
export const sampleNarrative: Narrative = {
  title: "北京市丰台区科学技术和信息化局2020年政府信息公开工作年度报告",
  preamble: [paragraph("preamble", "依据《中华人民共和国政府信息公开条例》第五十条规定，编制本报告。")],
  sections: [
    {
      id: "s1",
      title: "一、总体情况",
      paragraphs: [
        { ...paragraph("h1", "1.主动公开情况"), kind: "heading" },
        paragraph("sites", "在政府网站主动公开信息105条，微信公众号发布263条。", [
          ["105条", 105, "disclosure.pub_site.value"],
          ["263条", 263, "disclosure.pub_wechat.value"],
        ]),
        { ...paragraph("h2", "2.依申请公开办理情况"), kind: "heading" },
        paragraph("applications", "全年新收政府信息公开申请6件，其中自然人1件、商业企业5件，办结6件。", [
          ["6件", 6, "t3.newReceived.total"],
          ["1件", 1, "t3.newReceived.naturalPerson"],
          ["5件", 5, "t3.newReceived.enterprise"],
          ["6件", 6, "t3.totalHandled.total - t3.carriedForward.total"],
        ]),
      ],
    },
    { id: "s2", title: "二、主动公开政府信息情况", paragraphs: [] },
    { id: "s3", title: "三、收到和处理政府信息公开申请情况", paragraphs: [] },
    {
      id: "s4",
      title: "四、政府信息公开行政复议、行政诉讼情况",
      paragraphs: [paragraph("none", "没有因政府信息公开被申请行政复议、提起行政诉讼。")],
    },
    {
      id: "s5",
      title: "五、存在的主要问题及改进情况",
      paragraphs: [
        paragraph("problems", "【待填：存在的主要问题】"),
        paragraph("measures", "针对以上问题，将【待填：改进措施】。"),
      ],
    },
    { id: "s6", title: "六、其他需要报告的事项", paragraphs: [paragraph("fee", "本年度没有收取信息处理费。")] },
  ],
  placeholders: [
    { section: "s5", text: "【待填：存在的主要问题】", source: "problem.problem1.text" },
    { section: "s5", text: "【待填：改进措施】" },
  ],
};
