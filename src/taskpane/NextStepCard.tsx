import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { pane } from "../messages/pane";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  root: { borderLeft: `4px solid ${tokens.colorCompoundBrandStroke}`, paddingLeft: "14px" },
  text: { marginTop: "4px" },
  button: { marginTop: "12px" },
});

type NextStepCardProps = {
  readonly text: string;
  readonly action: string;
  readonly disabled: boolean;
  readonly onGo: () => void;
};

/** What to do now, in one sentence with one button. */
export function NextStepCard({ text, action, disabled, onGo }: NextStepCardProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  return (
    <section className={mergeClasses(surface.card, styles.root)}>
      <h2 className={surface.heading}>{pane.next.title}</h2>
      <p className={mergeClasses(surface.text, styles.text)}>{text}</p>
      <Button className={styles.button} appearance="primary" disabledFocusable={disabled} onClick={onGo}>
        {action}
      </Button>
    </section>
  );
}
