export type Target = "addin" | "tryout" | "cli";

export type Stamp = {
  readonly sources: string;
  readonly options: Readonly<Record<string, string>>;
  /** Files of dist/ that the browser needs before the first screen. */
  readonly firstScreen: readonly string[];
};

export const root: string;
export const targets: Readonly<Record<Target, { readonly output: string; readonly main: string }>>;
export function readStamp(target: Target): Stamp | undefined;
export function isFresh(target: Target): boolean;
