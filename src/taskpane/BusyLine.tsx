import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  root: {
    display: "flex",
    justifyContent: "flex-start",
    padding: "8px 16px",
    color: tokens.colorNeutralForeground2,
  },
});

type BusyLineProps = { readonly text: string | null };

/** What is being done, in words. The live region stays, so that the words are read out when they come. */
export function BusyLine({ text }: BusyLineProps): ReactElement {
  const styles = useStyles();
  return <div role="status">{text !== null && <Spinner className={styles.root} size="extra-tiny" label={text} />}</div>;
}
