/** The first words of a text, on one line, for naming it. Pure. */

const most = 60;

/** At most 60 characters, cut at a word's end where there is one, with an ellipsis where something was left out. */
export function firstWords(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const word = cut.lastIndexOf(' ');
  return `${(word > most / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
