/** Belege, die zu lang sind, um auf einmal gezeigt zu werden. */
export const receipts = {
  'receipt.linesUnread':
    'Die Zeilen dieses Belegs konnten nicht gelesen werden. Versuchen Sie es gleich noch einmal.',
} as const;
