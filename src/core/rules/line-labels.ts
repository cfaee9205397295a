/** The official names of the row and column that a rule or finding speaks of. */
export type LineLabels = { readonly row?: string; readonly column?: string };
