/**
 * Works through a list, a few at a time. Waits for all that was begun, also when one fails, since whoever sees the failure
 * may take back what the others are still doing; then throws the first failure.
 */
export async function fewAtATime<T>(
  few: number,
  list: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  let next = 0;
  const hand = async () => {
    while (next < list.length && failures.length === 0) {
      const item = list[next];
      next += 1;
      if (item !== undefined) await work(item).catch((thrown: unknown) => failures.push(thrown));
    }
  };
  await Promise.all(Array.from({ length: Math.min(few, list.length) }, hand));
  if (failures.length > 0) throw failures[0];
}
