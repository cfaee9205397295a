import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Component, type ReactElement, type ReactNode } from "react";
import { pane } from "../messages/pane";

type CrashProps = { readonly children: ReactNode };
type CrashState = { readonly detail: string | null };

/** Shows a mistake of the pane itself as a sentence instead of an empty pane. React asks for a class here. */
export class Crash extends Component<CrashProps, CrashState> {
  override state: CrashState = { detail: null };

  static getDerivedStateFromError(cause: unknown): CrashState {
    return { detail: String(cause) };
  }

  override render(): ReactNode {
    const { detail } = this.state;
    if (detail === null) return this.props.children;
    return (
      <CrashScreen
        detail={detail}
        onAgain={() => {
          this.setState({ detail: null });
        }}
      />
    );
  }
}

const useStyles = makeStyles({
  root: { padding: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: 0 },
});

function CrashScreen({ detail, onAgain }: { readonly detail: string; readonly onAgain: () => void }): ReactElement {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.root}>
      <h1 className={styles.title}>{pane.crash.title}</h1>
      <p>{pane.crash.text}</p>
      <p>{detail}</p>
      <Button onClick={onAgain}>{pane.crash.action}</Button>
    </div>
  );
}
