import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";

import { isAddress, writeEml, type Draft } from "../../src/formats/eml/write-eml";

// Python's own mail parser reads the draft as a mail program would.
const reader = `
import sys, json, hashlib
from email import policy, message_from_bytes
m = message_from_bytes(sys.stdin.buffer.read(), policy=policy.default)
body = m.get_body(preferencelist=("plain",))
print(json.dumps({
  "unsent": m["X-Unsent"], "to": m["To"], "cc": m["Cc"], "subject": m["Subject"], "date": m["Date"],
  "body": body.get_content().replace("\\r\\n", "\\n"),
  "defects": [str(d) for p in m.walk() for d in p.defects],
  "attachments": [{"name": p.get_filename(), "type": p.get_content_type(),
                   "sha": hashlib.sha256(p.get_content()).hexdigest()} for p in m.iter_attachments()],
}))`;

function read(draft: Draft): Record<string, unknown> {
  const out = execFileSync("/usr/bin/python3", ["-c", reader], { input: writeEml(draft) });
  return JSON.parse(out.toString("utf8")) as Record<string, unknown>;
}

const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7919) % 256);
const sha = createHash("sha256").update(bytes).digest("hex");
const draft: Draft = {
  to: ["gongkai@example.gov.cn", "second@example.gov.cn"],
  cc: ["third@example.gov.cn"],
  subject: "某某市某某区科学技术和信息化局2026年政府信息公开工作年度报告（含统计表和说明），请查收",
  body: "您好：\n\n现报送年度报告。\n新收6件，结转下年度0件。",
  attachments: [
    {
      name: "北京市丰台区科学技术和信息化局_2020_政府信息公开工作年度报告.xlsx",
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      bytes,
    },
    {
      name: "report 1.docx",
      type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      bytes: bytes.subarray(0, 5),
    },
  ],
  date: new Date(Date.UTC(2027, 0, 12, 8, 30)),
};

test("a foreign parser gets subject, text, names and attachments back byte for byte", () => {
  expect(read(draft)).toEqual({
    unsent: "1",
    to: "gongkai@example.gov.cn, second@example.gov.cn",
    cc: "third@example.gov.cn",
    subject: draft.subject,
    date: "Tue, 12 Jan 2027 08:30:00 +0000",
    body: draft.body,
    defects: [],
    attachments: [
      { name: draft.attachments[0]?.name, type: draft.attachments[0]?.type, sha },
      {
        name: "report 1.docx",
        type: draft.attachments[1]?.type,
        sha: createHash("sha256").update(bytes.subarray(0, 5)).digest("hex"),
      },
    ],
  });
});

test("the draft is ASCII with CRLF, and no line is longer than mail allows", () => {
  const text = new TextDecoder().decode(writeEml(draft));
  expect(text).toMatch(/^[\x20-\x7e\r\n]*$/u);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  for (const line of text.split("\r\n")) {
    // The official names of Office file types are longer than a line should be; they may not be folded.
    expect(line.length).toBeLessThanOrEqual(line.startsWith("Content-Type: application/") ? 998 : 78);
  }
});

test("a subject cannot forge a header, and what is no address is refused", () => {
  expect(read({ ...draft, subject: "a\r\nBcc: x@example.com" })["subject"]).toBe("a Bcc: x@example.com");
  expect(() => writeEml({ ...draft, to: ["a@b.cn\r\nBcc: x@y.cn"] })).toThrow("Not an address");
  expect(["a@b.cn", "a.b@c.gov.cn"].every(isAddress)).toBe(true);
  expect(["a", "a@b", "a b@c.cn", "张@c.cn", "<a@b.cn>"].some(isAddress)).toBe(false);
});
