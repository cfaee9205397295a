/** What is kept with the workbook beside its report, by the names under which hosts keep it. */
export const remembered = {
  view: "gouji.view",
  /** Who gave the last reason or seal. */
  person: "gouji.person",
  mailTo: "gouji.mail.to",
  mailCc: "gouji.mail.cc",
} as const;
