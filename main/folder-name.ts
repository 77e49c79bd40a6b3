/** A folder's or file's name out of what a person called something: safe on all three systems, and still readable. */

/** Windows refuses these as names, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?$/i;

/** Makes a name of at most 80 characters; `Archive` where nothing of the name can stand. */
export function folderName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '')
    .replace(/^\.+/, '');
  if (safe === '') return 'Archive';
  return RESERVED.test(safe) ? `${safe}_` : safe;
}
