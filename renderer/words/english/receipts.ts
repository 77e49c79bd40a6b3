/** Receipts that are too long to be shown at once. */
export const receipts = {
  'receipt.linesUnread': 'The lines of this receipt could not be read. Try again in a moment.',
} as const;
