/** The words of the generated cables: English's commonest and telegram words first, then made-up ones, with names behind. */
import { Random } from './random.ts';

const COMMON =
  'the of to and in a that for is on with as was by be he said at are from have it not has an which would this had will they its but their government or been also were who other officials we some there these meeting more than if political his all no president new one minister could ambassador any such may security embassy between international party two when only national public our foreign during what against first economic under into support state military local out so us due most post through over can including human group work after military rights about countries country police law trade several both continue information development noted while program those because told poloff emboffs econoff charge comment summary however further should election visit region note end made need year percent people since three press made general million process parliament border forces energy believes issue plan council oil cooperation report financial agreement request draft future concerns bilateral assistance department'.split(
    ' ',
  );
const ONSETS =
  'b bl br c ch cl d dr f fr g gl gr h j k kr l m n p pl pr r s sh sk sl st str t tr v w z'.split(' ');
const VOWELS = 'a e i o u a e i o ai ei ia ou'.split(' ');
const CODAS = ['', '', '', 'l', 'n', 'r', 's', 't', 'm', 'nt', 'nd', 'rk', 'st', 'ng'];
const ENDINGS = ['', '', '', '', 's', 'ed', 'ing', 'tion', 'al', 'ment', 'ity', 'er', 'ist', 'ly'];

export const WORD_COUNT = 150_000;
export const NAME_COUNT = 100_000;

/** All words in one array of bytes: word w is `letters[starts[w]]` up to `letters[starts[w + 1]]`, in small letters. */
export interface WordTable {
  letters: Uint8Array;
  starts: Uint32Array;
  word(index: number): string;
}

function invent(random: Random, taken: Set<string>, fewest: number, most: number, ending: boolean): string {
  for (;;) {
    let word = '';
    for (let left = fewest + random.below(most - fewest + 1); left > 0; left--) {
      word += random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
    }
    if (ending) word += random.pick(ENDINGS);
    if (word.length > 2 && word.length < 15 && !taken.has(word)) {
      taken.add(word);
      return word;
    }
  }
}

/** The table: `WORD_COUNT` words by falling frequency, then `NAME_COUNT` names. Always the same. */
export function makeWordTable(): WordTable {
  const random = new Random(1966);
  const taken = new Set(COMMON);
  const words = [...taken];
  while (words.length < WORD_COUNT) {
    const short = words.length < 4000;
    words.push(invent(random, taken, short ? 1 : 2, short ? 2 : 3, true));
  }
  while (words.length < WORD_COUNT + NAME_COUNT) words.push(invent(random, taken, 2, 3, false));
  const starts = new Uint32Array(words.length + 1);
  let end = 0;
  words.forEach((word, i) => {
    end += word.length;
    starts[i + 1] = end;
  });
  return {
    letters: Buffer.from(words.join(''), 'latin1'),
    starts,
    word: index => words[index] ?? '',
  };
}
