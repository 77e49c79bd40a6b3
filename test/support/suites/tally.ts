/** How a suite ended, and how several add up. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export const none: Tally = { passed: 0, failed: 0, skipped: 0 };

/** A suite that could not be run counts as one skipped, or as one failed where it was asked for. */
export function notRun(required: boolean): Tally {
  return required ? { ...none, failed: 1 } : { ...none, skipped: 1 };
}

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/** The line that ends every run: scripts read it. */
export function lineOf(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`;
}
