import { Button } from "@fluentui/react-components";
import { useRef, type ChangeEvent, type ReactElement } from "react";

type FileButtonProps = {
  readonly label: string;
  /** What the file is for, for screen readers. */
  readonly title: string;
  /** Endings, as the browser's chooser wants them: `.yaml,.json`. */
  readonly accept: string;
  readonly busy: boolean;
  readonly onFile: (name: string, bytes: Uint8Array) => void;
};

/** Asks for one file of the clerk's machine. The same file can be chosen again after it was changed. */
export function FileButton({ label, title, accept, busy, onFile }: FileButtonProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  async function onChange({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = target.files?.[0];
    if (file !== undefined) onFile(file.name, new Uint8Array(await file.arrayBuffer()));
    target.value = "";
  }
  return (
    <>
      <Button size="small" disabledFocusable={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={title}
        onChange={(event) => void onChange(event)}
      />
    </>
  );
}
