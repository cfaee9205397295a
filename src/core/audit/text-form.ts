import type { TextRule } from "./text-rule";
import type { Vocabulary } from "./vocabulary";

/** What audits need of a form beside its tables: how texts speak of its cells, and what it demands of texts. */
export type TextForm = { readonly vocabulary: Vocabulary; readonly rules: readonly TextRule[] };
