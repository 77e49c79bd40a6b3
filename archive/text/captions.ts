/** Captions: the words under the classification line that limit who may read on (`SIPDIS`, `NOFORN`, `EXDIS`). */
import type { ClassificationLine } from './classification-line.ts';
import type { Preamble } from './preamble.ts';
import { captionNames } from './glossary.ts';

/** A caption may be spaced like a classification (`N O F O R N`); its words may be parted by a hyphen (`VISAS-VIPER`). */
const patternOf = (name: string): string => {
  const words = name.split(/[^A-Za-z0-9]+/);
  return words.map(word => `(?:${word}|${word.split('').join(' ')})`).join('\\W{1,4}');
};
const lettersOf = (text: string): string => text.replace(/\W+/g, '');
const nameOf = new Map(captionNames.map(name => [lettersOf(name), name]));

// The names are in order of length, so that the longest one wins.
const NAMES = captionNames.map(patternOf).join('|');
const CAPTION = new RegExp(`(?:${NAMES})(?![A-Za-z-])`, 'y');
const LINE = new RegExp(`(?:${NAMES})(?:[\\s,/;]+(?:${NAMES}))*[\\s.]*(?=\\n|$)`, 'y');
// The many names are only tried where a word of capitals begins like one of them.
const WORD = /(?<![A-Za-z-])[A-Z]{3,}|(?<![A-Za-z-])[A-Z] [A-Z] /g;
const BEGINNINGS = new Set(captionNames.flatMap(name => [name.slice(0, 3), `${name[0]} ${name[1]}`]));

/** The captions in a part of the view, with where they end in it. */
function captionsIn(part: string): { written: string; end: number }[] {
  const found: { written: string; end: number }[] = [];
  WORD.lastIndex = 0;
  for (let word = WORD.exec(part); word !== null; word = WORD.exec(part)) {
    if (!BEGINNINGS.has(word[0].slice(0, 3))) continue;
    CAPTION.lastIndex = word.index;
    const written = CAPTION.exec(part)?.[0];
    if (written === undefined) continue;
    WORD.lastIndex = word.index + written.length;
    found.push({ written, end: WORD.lastIndex });
  }
  return found;
}

/** The captions that no list of TAGS holds, but that may follow one, also where line breaks have been lost. */
export const CAPTION_BEHIND = /\s(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|STADIS)(?![A-Za-z])/;

/** Whether this place of the view begins a line that holds nothing but captions. */
export function beginsCaptionLine(view: string, at: number): boolean {
  LINE.lastIndex = at;
  return LINE.test(view);
}

/** Where the last caption in this part ends; null where it has none. */
export function lastCaptionEnd(part: string): number | null {
  return captionsIn(part).at(-1)?.end ?? null;
}

/** The captions of a telegram, each once, in the order in which they stand there; spaced ones by their plain name. */
export function readCaptions(view: string, line: ClassificationLine | null, preamble: Preamble): string[] {
  const found = new Set<string>();
  for (const part of captionParts(view, line, preamble)) {
    for (const { written } of captionsIn(part)) found.add(nameOf.get(lettersOf(written)) ?? written);
  }
  return [...found];
}

const MOST_ABOVE = 200;

/** Captions stand anywhere above the text but in a title, a list of TAGS or references. */
function captionParts(view: string, line: ClassificationLine | null, preamble: Preamble): string[] {
  const parts: string[] = [];
  // `CORRECTED COPY` may stand above the classification line, the header's own lines too.
  let from = line === null || line.start > MOST_ABOVE ? (line?.start ?? 0) : 0;
  const others = [...preamble.fields.values()]
    .filter(field => field.label === 'subject' || field.label === 'tags' || field.label === 'references')
    .sort((a, b) => a.labelStart - b.labelStart);
  for (const field of others) {
    if (field.labelStart > from) parts.push(view.slice(from, field.labelStart));
    let end = valueEnd(view, field.start, field.end);
    if (field.label === 'tags') {
      const behind = CAPTION_BEHIND.exec(view.slice(field.start, end));
      if (behind !== null) end = field.start + behind.index;
    }
    from = Math.max(from, end);
  }
  if (preamble.end > from) parts.push(view.slice(from, preamble.end));
  return parts;
}

/** A field's value ends at a blank line and at a line of captions. */
function valueEnd(view: string, start: number, end: number): number {
  for (let at = view.indexOf('\n', start); at !== -1 && at < end; at = view.indexOf('\n', at + 1)) {
    let next = at + 1;
    while (view.charAt(next) === ' ') next++;
    if (view.charAt(next) === '\n' || beginsCaptionLine(view, next)) return at;
  }
  return end;
}
