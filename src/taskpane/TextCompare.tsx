import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo, useRef, useState, type ReactElement } from "react";
import { compareWithPrior, readPriorText } from "../app/prior-text";
import { UserError } from "../app/user-error";
import type { ComparedParagraph } from "../core/narrative/compare-texts";
import type { Narrative } from "../core/narrative/narrative";
import { textPane } from "../messages/text-pane";
import { useSurface } from "./surface";
import { DiffText } from "./TextMarks";
import { documentFont } from "./theme";

const words = textPane.compare;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "8px" },
  list: { display: "flex", flexDirection: "column", gap: "10px", margin: 0, padding: 0, listStyle: "none" },
  pair: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: "6px 8px",
  },
  name: { fontSize: tokens.fontSizeBase200, lineHeight: "18px", color: tokens.colorNeutralForeground3 },
  only: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: "18px",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  // Side by side where there is room, below each other in a narrow pane.
  sides: {
    display: "grid",
    gap: "4px 16px",
    "@media (min-width: 640px)": { gridTemplateColumns: "1fr 1fr" },
  },
  text: { margin: 0, fontFamily: documentFont, fontSize: "15px", lineHeight: "25px", overflowWrap: "anywhere" },
  hidden: { display: "none" },
});

type Read = { readonly name: string; readonly paragraphs: readonly string[] };

/** Last year's text beside this year's, paragraph by paragraph, with what was changed marked in both. */
export function TextCompare({ narrative }: { readonly narrative: Narrative }): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const input = useRef<HTMLInputElement>(null);
  const [prior, setPrior] = useState<Read | null>(null);
  const [status, setStatus] = useState<string | null>(null);
  const rows = useMemo(() => (prior === null ? [] : compareWithPrior(prior.paragraphs, narrative)), [prior, narrative]);
  const changes = rows.filter(({ kind }) => kind !== "same");

  const read = async (file: File): Promise<void> => {
    setStatus(words.reading);
    try {
      setPrior({
        name: file.name,
        paragraphs: await readPriorText(new Uint8Array(await file.arrayBuffer()), file.name),
      });
      setStatus(null);
    } catch (cause) {
      setStatus(words.failed(cause instanceof UserError ? cause.message : String(cause)));
    }
  };

  return (
    <section className={mergeClasses(surface.card, styles.root)} aria-label={words.title}>
      <h2 className={surface.heading}>{words.title}</h2>
      {prior === null && <p className={surface.quiet}>{words.intro}</p>}
      <div>
        <Button onClick={() => input.current?.click()}>{prior === null ? words.choose : words.again}</Button>
        <input
          ref={input}
          type="file"
          accept=".xlsx,.docx,.html,.htm,.txt,.md"
          className={styles.hidden}
          aria-label={words.choose}
          tabIndex={-1}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined) void read(file);
            event.target.value = "";
          }}
        />
      </div>
      <div role="status">
        {status !== null && <p className={surface.text}>{status}</p>}
        {prior !== null && status === null && (
          <p className={surface.text}>{changes.length === 0 ? words.alike : countsOf(rows)}</p>
        )}
      </div>
      {changes.length > 0 && <p className={surface.quiet}>{words.legend}</p>}
      <ol className={styles.list}>
        {changes.map((row, index) => (
          <li key={index} className={styles.pair}>
            <Pair row={row} />
          </li>
        ))}
      </ol>
      {changes.length > 0 && changes.length < rows.length && (
        <p className={surface.quiet}>{words.same(rows.length - changes.length)}</p>
      )}
    </section>
  );
}

function countsOf(rows: readonly ComparedParagraph[]): string {
  const count = (kind: ComparedParagraph["kind"]): number => rows.filter((row) => row.kind === kind).length;
  return words.counts(count("changed"), count("new"), count("gone"));
}

function Pair({ row: { kind, pieces } }: { readonly row: ComparedParagraph }): ReactElement {
  const styles = useStyles();
  // A whole paragraph is told by its heading; only in the middle of one words need marks.
  if (kind === "new" || kind === "gone")
    return (
      <>
        <div className={styles.only}>{kind === "new" ? words.onlyNow : words.onlyLast}</div>
        <p className={styles.text}>{pieces.map(({ text }) => text).join("")}</p>
      </>
    );
  return (
    <div className={styles.sides}>
      <div>
        <div className={styles.name}>{words.last}</div>
        <p className={styles.text}>
          <DiffText pieces={pieces.filter((piece) => piece.kind !== "new")} />
        </p>
      </div>
      <div>
        <div className={styles.name}>{words.now}</div>
        <p className={styles.text}>
          <DiffText pieces={pieces.filter((piece) => piece.kind !== "old")} />
        </p>
      </div>
    </div>
  );
}
