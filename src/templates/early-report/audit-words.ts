import { vocabularyOf, type Picks, type Vocabulary } from "../../core/audit/vocabulary";
import { applicationAbout, applicationNarrowing, applicationWords } from "../annual-report/audit-applications";
import { caseTopic } from "../annual-report/audit-cases";

type Counts = {
  readonly received: Picks;
  readonly handled: Picks;
  readonly answered: Picks;
  /** Empty where the form does not count them. */
  readonly review: Picks;
  readonly litigation: Picks;
};

/** The words of the reports before 2019, whose figures stand in one column or among the inputs of the text. */
export function earlyVocabulary({ received, handled, answered, review, litigation }: Counts): Vocabulary {
  const words = (id: string): RegExp => {
    const line = caseTopic.lines.find((known) => known.id === id);
    if (line === undefined) throw new Error(`No words for ${id}`);
    return line.words;
  };
  return vocabularyOf(
    {
      id: "applications",
      cell: "{line}",
      units: { 件: 1, 条: 1, 份: 1, 宗: 1, 起: 1, 件次: 1 },
      lines: [
        { id: "received", ...applicationWords.received, picks: received },
        { id: "handled", ...applicationWords.handled, picks: handled },
        { id: "answered", ...applicationWords.answered, picks: answered, loose: true },
      ],
      facets: [],
      about: applicationAbout,
      narrowing: applicationNarrowing,
    },
    {
      id: "cases",
      cell: "{line}",
      units: caseTopic.units,
      lines: [
        { id: "review", words: words("review"), picks: review },
        { id: "litigation", words: words("litigation"), picks: litigation },
      ].filter(({ picks }) => picks.length > 0),
      facets: [],
      ...(caseTopic.about !== undefined && { about: caseTopic.about }),
      ...(caseTopic.narrowing !== undefined && { narrowing: caseTopic.narrowing }),
    },
  );
}
