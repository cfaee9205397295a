import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { DiffPiece } from "../core/narrative/text-diff";

/** Old words are struck out, new ones stand in a frame: neither is told by colour alone. */
export const useMarks = makeStyles({
  old: {
    textDecorationLine: "line-through",
    textDecorationThickness: "1.5px",
    color: tokens.colorNeutralForeground3,
  },
  now: {
    padding: "0 2px",
    textDecorationLine: "none",
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    boxDecorationBreak: "clone",
  },
});

/** How a text became another, in one line of text. */
export function DiffText({ pieces }: { readonly pieces: readonly DiffPiece[] }): ReactElement {
  const marks = useMarks();
  return (
    <>
      {pieces.map(({ kind, text }, index) => {
        if (kind === "same") return <span key={index}>{text}</span>;
        if (kind === "old")
          return (
            <del key={index} className={marks.old}>
              {text}
            </del>
          );
        return (
          <ins key={index} className={marks.now}>
            {text}
          </ins>
        );
      })}
    </>
  );
}
