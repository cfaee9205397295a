/** The local calendar day as `2027-01-12`. */
export function isoDate(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
