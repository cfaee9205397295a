/** An element whose index comes from the list itself, so that it is there. */
export function item<T>(list: ArrayLike<T>, index: number): T {
  return list[index] as T;
}
