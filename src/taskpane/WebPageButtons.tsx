import { Button, makeStyles } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { ReportText } from "../app/report-text";
import type { OpenForm } from "../app/session-state";
import { webContent } from "../app/web-content";
import { webPage } from "../messages/web-page";
import { priorOf } from "../app/form-in-workbook";
import { copyHtml } from "./copy-html";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "6px" },
  row: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

type WebPageProps = {
  readonly form: Pick<OpenForm, "template" | "report"> & Partial<Pick<OpenForm, "against">>;
  readonly text: ReportText;
  readonly busy: boolean;
  readonly onSave: () => void;
};

/** Saves the report as a page for the office's website, or copies what a page there needs. */
export function WebPageButtons({ form, text, busy, onSave }: WebPageProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const [told, setTold] = useState("");

  async function copy(): Promise<void> {
    setTold("");
    try {
      const content = webContent(form.template, form.report, text, priorOf(form, form.report));
      setTold((await copyHtml(content.html, content.text)) ? webPage.copied : webPage.notCopied);
    } catch (error) {
      // The page was read back and does not agree with the figures: why, in one sentence.
      setTold(error instanceof Error ? error.message : webPage.notCopied);
    }
  }

  return (
    <div className={styles.root}>
      <div className={styles.row}>
        <Button disabledFocusable={busy} onClick={onSave}>
          {webPage.save}
        </Button>
        <Button disabledFocusable={busy} onClick={() => void copy()}>
          {webPage.copy}
        </Button>
      </div>
      <p className={surface.quiet} role="status">
        {told}
      </p>
    </div>
  );
}
