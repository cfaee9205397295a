/** A question that is true once the time is up. */
export function timeLimit(now: () => Date, seconds: number): () => boolean {
  const end = now().getTime() + 1000 * seconds;
  return () => now().getTime() > end;
}
