/** The longest line that a sheet shows without wrapping: the widest tables that were seen have 120 columns. */
const widest = 160;

/** Whether a text has lines so long that they must be wrapped to be read: copies of web pages lost their line breaks. */
export function wrapsLines(text: string): boolean {
  return text.split('\n').some(line => line.length > widest);
}
