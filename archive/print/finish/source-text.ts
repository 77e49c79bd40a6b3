/** The record's source text as it leaves the archive inside a copy. */

/**
 * The source text without the archive's token, by which recovery tells the archive's own records from forged ones: it
 * stays at home. Every other byte is the record's.
 */
export function withoutToken(frame: Uint8Array): Uint8Array {
  const text = Buffer.from(frame).toString('latin1');
  const token = /^(?:[^\n]+\n){0,50}?Token: (\S+)\n/.exec(text)?.[1];
  return token === undefined ? frame : Buffer.from(text.replaceAll(token, 'withheld'), 'latin1');
}
