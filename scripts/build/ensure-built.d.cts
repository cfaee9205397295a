import type { Target } from "./stamp.cjs";

/** Builds a bundle when it is stale. @throws Error with the output of the bundler */
export function ensureBuilt(target: Target): Promise<void>;
