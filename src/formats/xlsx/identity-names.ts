/** A hidden name that carries version and form where programs drop custom XML parts: `"1|nb2021"`. */
export const identityName = "GOUJI.form";

/** Document properties `gouji.1`, `gouji.2` … hold the same text as the custom XML part, for programs that drop that. */
export const identityProperty = "gouji.";
