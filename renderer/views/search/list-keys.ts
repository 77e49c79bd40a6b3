/** Where a key moves the cursor of a list. Pure. */

/** The row to go to; null for keys that don't move. */
export function stepFor(key: string, at: { row: number; total: number; page: number }): number | null {
  const { row, total, page } = at;
  if (total === 0) return null;
  const within = (to: number): number => Math.min(total - 1, Math.max(0, to));
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return within(row + 1);
    case 'ArrowUp':
    case 'k':
      return within(row - 1);
    case 'PageDown':
      return within(row + page);
    case 'PageUp':
      return within(row - page);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}
