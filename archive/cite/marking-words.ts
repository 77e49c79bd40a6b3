/** A marking in running text: `Unclassified//For Official Use Only`, `Secret//NOFORN`. */

/** The words of a level; captions and control markings stay in capitals. */
const WORDS =
  /\b(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP|RESTRICTED|LIMITED|FOR|OFFICIAL|USE|ONLY|SENSITIVE|BUT)\b/g;

/** The marking for a sentence, or null where there is none. `UNCLAS` is written out. */
export function markingInWords(marking: string | null): string | null {
  const plain = (marking ?? '').replace(/\s+/g, ' ').trim();
  if (plain === '') return null;
  return plain
    .replace(/\bUNCLAS\b/g, 'UNCLASSIFIED')
    .replace(WORDS, word => word.charAt(0) + word.slice(1).toLowerCase());
}
