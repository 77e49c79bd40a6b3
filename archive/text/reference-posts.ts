/** Which of the words before a number name the post: `EMBASSY LA PAZ`, `PORT AU PRINCE`, `WELLINGOTN`. */
import { findPost, knownPost } from './posts.ts';
import type { Token } from './reference-tokens.ts';

const MOST_WORDS = 5;
// Words before numbers that are no posts.
const NO_POSTS = new Set(
  'EMBTEL EMBTELS CONTEL CONTELS PARA PARAS PARAGRAPH PARAGRAPHS PAGE PAGES SECTION SECTIONS PART NOTAL SEPTEL REFTEL REF REFS DTG TD TDX OF ON DATED TELEGRAM CABLE EMAIL E-MAIL MAIL FAX MEMO LETTER NOTE REPORT OSC FBIS CIA DIA NSC IIR NIE SNIE FAM FAH CFR FAR USC STAT FY UNGA EO YOUR OUR MY REASON REASONS DECL SUMMARY TAGS HCS TELCON PHONE CALL AND ARTICLE RESOLUTION UNSCR UNSC NODIS EXDIS SIPDIS NOFORN IN FROM BY THE FOR WITH AT'.split(
    ' ',
  ),
);

/** `REF: CONGEN TEL 4` is a telegram of a post that the line does not name: which one, nobody but its reader knew. */
const UNNAMED = new Set(
  'EMBASSY AMEMBASSY EMB MISSION USMISSION CONGEN AMCONGEN CONSULATE CONSUL AMCONSUL LEGATION INTERESTSECTION POST'.split(
    ' ',
  ),
);

/** Offices at a post that send telegrams of their own number: their name stands before the post's. */
const OFFICES = new Set(
  'USDAO DAO FAS FCS CDC MAAG USMAAG CHUSMAAG CHJUSMAG JUSMAG USMILGP MILGP SHAPE'.split(' '),
);

export interface NamedPost {
  post: string;
  start: number;
  corrected: boolean;
}

/** The post that the words before a number name: the longest known name at their end, else one clearly misspelt. */
export function namePost(words: readonly Token[], number: Token): NamedPost | null {
  const near = words.slice(-MOST_WORDS);
  const last = near.at(-1);
  // The number must belong to the name: nothing but a little space lies between them.
  if (last === undefined || number.start - last.end > 14) return null;
  for (let count = near.length; count > 0; count--) {
    const name = near.slice(-count);
    const post = knownPost(lettersOf(name));
    if (post === null) continue;
    const office = near.at(-count - 1);
    const own = office !== undefined && OFFICES.has(office.text.toUpperCase());
    const start = (own ? office : name[0])?.start ?? number.start;
    return { post: own ? lettersOf([office]) + post : post, start, corrected: false };
  }
  if (near.some(word => NO_POSTS.has(word.text.toUpperCase()))) return null;
  for (let count = Math.min(4, near.length); count > 0; count--) {
    const name = near.slice(-count);
    const found = findPost(lettersOf(name));
    if (found !== null)
      return { post: found.code, start: name[0]?.start ?? number.start, corrected: found.corrected };
  }
  // A post that no list has: one or two words in capitals.
  const letters = lettersOf(near);
  const capitals = near.every(word => word.text === word.text.toUpperCase());
  if (!capitals || near.length > 2 || letters.length < 3 || letters.length > 24) return null;
  if (UNNAMED.has(letters)) return null;
  return { post: letters, start: near[0]?.start ?? number.start, corrected: false };
}

function lettersOf(words: readonly Token[]): string {
  return words
    .map(word => word.text.replace(/['’]s$/i, ''))
    .join('')
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z]/g, '');
}
