import { earlyVocabulary } from "../early-report/audit-words";

export const vocabulary = earlyVocabulary({
  received: [["application.applications.value"]],
  handled: [["application.applications_done.value"], ["application.applications.value"]],
  answered: [["application.applications_done.value"], ["application.applications.value"]],
  // Offices count both together or each by itself: 复议诉讼0件.
  review: [["application.review.value"], ["application.review_suit.value"]],
  litigation: [["application.suit.value"], []],
});
