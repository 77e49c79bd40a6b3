/**
 * Values on `Name: value` lines. Whatever would break the line, or not survive an editor, is written as
 * `\n`, `\r`, `\t`, `\s` (a space at either end), `\\`, or `\u{hex}`; all else stands as it is.
 */

// Controls, line and paragraph separators, marks that turn the direction of writing, the byte order mark, lone surrogates.
const unsafe =
  // oxlint-disable-next-line no-control-regex -- controls are what must be found
  /[\\\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}|^ | $/gu;

const short = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  [' ', '\\s'],
]);
const long = new Map([...short].map(([plain, escaped]) => [escaped, plain]));

function escapeOne(character: string): string {
  return short.get(character) ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** One line that `unescapeValue` turns into `value` again. */
export function escapeValue(value: string): string {
  return value.replace(unsafe, escapeOne);
}

/** The value that was escaped. What is no escape of ours stays as it stands. */
export function unescapeValue(line: string): string {
  if (!line.includes('\\')) return line;
  return line.replace(/\\(?:[\\nrts]|u\{([0-9a-f]{1,6})\})/g, (escape: string, hex: string | undefined) =>
    hex === undefined
      ? (long.get(escape) ?? escape)
      : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
  );
}

/** Two parts on one line, divided by the first `: ` outside the first part. */
export function escapeLabel(label: string): string {
  return escapeValue(label).replaceAll(':', '\\u{3a}');
}
