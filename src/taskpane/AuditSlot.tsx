import { lazy, Suspense, type ReactElement, type ReactNode } from "react";
import { priorOf } from "../app/form-in-workbook";
import type { OpenForm } from "../app/session-state";
import { Crash } from "./Crash";

// Reading texts is not needed on the first screen.
const AuditText = lazy(async () => ({ default: (await import("./AuditText")).AuditText }));
const AuditFile = lazy(async () => ({ default: (await import("./AuditFile")).AuditFile }));

type AuditSlotProps = {
  readonly form: OpenForm;
  /** Leads to a cell or a fact. */
  readonly onGoTo: (place: string) => void;
  /** Leads to a row of the sheet 年报正文. */
  readonly onGoToRow: (row: number) => void;
};

/** Where the audit of the report text stands once it is loaded. */
export function AuditTextSlot({ form, ...links }: AuditSlotProps): ReactElement | null {
  const { book, report, text } = form;
  if (text === null) return null;
  return (
    <Loading>
      <AuditText book={book} report={report} prior={priorOf(form, report)} text={text} {...links} />
    </Loading>
  );
}

/** Where any other file can be audited. */
export function AuditFileSlot({ form, ...links }: AuditSlotProps): ReactElement {
  const { book, template, report } = form;
  return (
    <Loading>
      <AuditFile book={book} subject={{ template, report, prior: priorOf(form, report) }} {...links} />
    </Loading>
  );
}

/** What goes wrong inside leaves the rest of the view alone. */
function Loading({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Crash>
      <Suspense fallback={null}>{children}</Suspense>
    </Crash>
  );
}
