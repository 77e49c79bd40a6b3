/**
 * Works through a list, a few at a time. Waits for all that was begun, also when one fails, since whoever sees the failure
 * may take back what the others are still doing; then throws the first failure. What the list itself throws is one, too.
 */
export async function fewAtATime<T>(
  few: number,
  list: Iterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const items = list[Symbol.iterator]();
  const hand = async () => {
    while (failures.length === 0) {
      try {
        const next = items.next();
        if (next.done === true) return;
        await work(next.value);
      } catch (thrown) {
        failures.push(thrown);
      }
    }
  };
  await Promise.all(Array.from({ length: few }, hand));
  if (failures.length > 0) throw failures[0];
}
