import type { Site } from "./build/site.cjs";

/** The try-out page, built if stale; resolves once it can be opened. The next free port is taken. */
export function startServer(options?: { readonly port?: number }): Promise<Site>;

/** The port that the arguments ask for, 3000 by default, NaN for what is no number. */
export function portFrom(args: readonly string[]): number;
