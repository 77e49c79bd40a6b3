/** Whether a text still has the line breaks of its telegram, or a copy has run it into one line. */

/** The longest lines of true copies: telegrams wrap near 70 characters, other sources near 1,300. */
const longestUsualLine = 1500;

/** True where there is about one line break for as many characters as the longest usual line has. Blank counts as kept. */
export function hasLineBreaks(text: string): boolean {
  let breaks = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if ((++breaks + 1) * longestUsualLine > text.length) return true;
  }
  return text.length < 80;
}
