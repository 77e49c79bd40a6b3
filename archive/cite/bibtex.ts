/** A cable as a BibTeX entry, for LaTeX: a technical report whose type is a telegram, which every style knows. */
import type { CslItem } from './item.ts';

/** The signs that mean something to TeX (Lamport, LaTeX, 2.2.1), and how each is written. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The entry, in UTF-8; its key is the cable's id. Braces keep names and titles from being cut up or made small. */
export function bibtexEntry(item: CslItem): string {
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const author = item.author[0]?.literal ?? '';
  const note = [
    ...item.author.slice(1).map(({ literal }) => literal),
    ...(item.recipient ?? []).map(({ literal }) => `to ${literal}`),
    item.note,
    item.dimensions,
    item.source,
  ].filter(part => part !== undefined);
  const fields: [string, string | undefined][] = [
    ['author', `{{${escaped(author)}}}`],
    ['title', `{{${escaped(item.title)}}}`],
    ['institution', `{${escaped(item.publisher ?? author)}}`],
    ['type', '{Telegram}'],
    ['number', `{${escaped(item.number)}}`],
    ['year', year === undefined ? undefined : `{${year}}`],
    ['month', month === undefined ? undefined : MONTHS[month - 1]],
    ['day', day === undefined ? undefined : `{${day}}`],
    ['note', note.length === 0 ? undefined : `{${escaped(note.join(', '))}}`],
    ['url', item.URL === undefined ? undefined : `{${address(item.URL)}}`],
    ['langid', '{american}'],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value},\n`]));
  return `@techreport{${citationKey(item.id)},\n${lines.join('')}}\n`;
}

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}$&#_%~^]/g, sign => SIGNS[sign] ?? sign);
}

/** In an address, what BibTeX could trip over is written as its bytes (RFC 3986, 2.1). */
function address(url: string): string {
  return url.replace(/[{}\\\s]/g, sign => encodeURIComponent(sign));
}

/** Letters, digits and a few signs: BibTeX ends a key at a comma, a brace, a quote, `#`, `%`, `=` and white space. */
function citationKey(id: string): string {
  return id.replace(/[^A-Za-z0-9.:/-]/g, '') || 'cable';
}
