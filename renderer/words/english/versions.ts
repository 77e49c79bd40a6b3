/** Versions of a cable that were withdrawn. */
export const versions = {
  'version.withdrawn': 'This version was withdrawn. Nothing was erased.',
  'version.withdrawnImport': 'This version was withdrawn. It came with “{file}”, imported on {date}.',
} as const;
