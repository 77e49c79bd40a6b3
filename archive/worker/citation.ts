/** Citations, as the engine offers them to its hosts. */
import type { Archive } from '../archive.ts';
import { bibtexEntry } from '../cite/bibtex.ts';
import { cite } from '../cite/cite.ts';
import { cslItem } from '../cite/item.ts';
import { risRecord } from '../cite/ris.ts';
import type { ShownCable } from '../model/archive.ts';
import type { CiteStyle } from '../model/handing-over.ts';
import { choiceOf } from './choice.ts';

/** A cable's citation in a style of the field. */
export async function citation(cable: ShownCable, style: CiteStyle): Promise<string> {
  return citations([cable], style);
}

/** The citations of cables, in their order: notes one a line, or the text of a file. */
export async function citations(cables: readonly ShownCable[], style: CiteStyle): Promise<string> {
  switch (style) {
    case 'chicago': {
      const notes: string[] = [];
      for (const cable of cables) notes.push((await cite(cable, { style })).text);
      return notes.join('\n');
    }
    case 'bibtex':
      return cables.map(cable => bibtexEntry(cslItem(cable))).join('\n');
    case 'ris':
      return cables.map(cable => risRecord(cslItem(cable))).join('');
    case 'csl-json':
      return `${JSON.stringify(
        cables.map(cable => cslItem(cable)),
        null,
        2,
      )}\n`;
  }
}

/** The citations of chosen cables, `ID` or `ID@KEY` each. Throws `no-such-cable`. */
export async function citeChosen(
  archive: Archive,
  choices: readonly string[],
  style: CiteStyle,
): Promise<string> {
  const cables: ShownCable[] = [];
  for (const choice of choices) cables.push(await archive.show(...choiceOf(choice)));
  return citations(cables, style);
}

const ENDINGS: Readonly<Record<CiteStyle, string>> = {
  chicago: 'txt',
  bibtex: 'bib',
  ris: 'ris',
  'csl-json': 'json',
};

/** A name for a file of citations: `05HANOI841.bib`, `12 cables.ris`. */
export function citationFileName(choices: readonly string[], style: CiteStyle): string {
  const [first = ''] = choices;
  const name = choices.length === 1 ? choiceOf(first)[0] : `${choices.length} cables`;
  return `${name.replace(/[^A-Za-z0-9 ._-]/g, '_')}.${ENDINGS[style]}`;
}
