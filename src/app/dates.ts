/** The local calendar day as `2027-01-12`. */
export function isoDate(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** China has one time zone, whatever the machine's clock is set to. */
const chinaHours = 8;

/** `2027-01-12T16:30:05+08:00`. */
export function isoChinaTime(date: Date): string {
  const shifted = new Date(date.getTime() + chinaHours * 3_600_000);
  return `${shifted.toISOString().slice(0, 19)}+08:00`;
}
