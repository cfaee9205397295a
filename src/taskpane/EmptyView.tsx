import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { pane } from "../messages/pane";
import { useSurface } from "./surface";

const useStyles = makeStyles({ root: { alignItems: "flex-start" } });

type EmptyViewProps = { readonly text: string; readonly onInsert: () => void };

/** A view that has nothing to show yet says what will come, and what to do first. */
export function EmptyView({ text, onInsert }: EmptyViewProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  return (
    <div className={mergeClasses(surface.view, styles.root)}>
      <p className={surface.text}>{text}</p>
      <Button onClick={onInsert}>{pane.empty.action}</Button>
    </div>
  );
}
