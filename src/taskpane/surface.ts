import { makeStyles, tokens } from "@fluentui/react-components";

/** Looks that several views share: sections under small headings, cards with a hair line. */
export const useSurface = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "16px", padding: "16px" },
  card: {
    padding: "14px 16px 16px",
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, lineHeight: "22px", overflowWrap: "anywhere", textWrap: "pretty" },
  quiet: {
    margin: 0,
    lineHeight: "22px",
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
    textWrap: "pretty",
  },
});
