/** The cable's text on the page: serif for reading, mono for what the telegram's form says. */
import type { Block, Reading, Run } from '../model/reading.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Face } from './fonts.ts';
import type { Typesetter } from './typeset.ts';

/** The width of a line between the margins, in points, and a mono character's part of its font size. */
const LINE_WIDTH = 470;
const MONO_ADVANCE = 0.6;
const TELEGRAM_SIZES = { largest: 8.5, smallest: 5 };
/** Tables up to so many lines are not cut by a page's end. */
const SHORT_TABLE = 30;

/** The text part: the routing header as transmitted, where there is one, then the blocks of the reading view. */
export function textPart(header: string, reading: Reading, typesetter: Typesetter): Markup {
  const transmitted = header.trim() === '' ? null : telegram(linesOf(header), typesetter);
  return markup`<section class="text">
    <h2>${typesetter.set('sans', 'Text of the cable')}</h2>
    ${transmitted}${reading.blocks.map(block => blockMarkup(block, typesetter))}
  </section>`;
}

function blockMarkup(block: Block, typesetter: Typesetter): Markup | null {
  const serif = () => runsMarkup(block.runs, 'serif', typesetter);
  const mono = () => runsMarkup(block.runs, 'mono', typesetter);
  switch (block.kind) {
    case 'heading':
      return markup`<h3>${serif()}</h3>`;
    case 'paragraph':
      return markup`<p class="paragraph">${serif()}</p>`;
    case 'table':
      return telegram(linesOf(block.runs.map(run => run.text).join('')), typesetter);
    case 'debris':
      return block.runs.every(isRule) ? null : markup`<p>${mono()}</p>`;
    case 'marking':
    case 'preamble':
    case 'signature':
      return markup`<p class="${block.kind}">${mono()}</p>`;
    default:
      return block.kind satisfies never;
  }
}

/** Debris is set small and redactions stand out; every other run is plain, because tags inside a line break its words. */
function runsMarkup(runs: readonly Run[], face: Face, typesetter: Typesetter): Markup[] {
  return runs.flatMap(run => {
    if (run.kind === 'debris') {
      return isRule(run) ? [] : [markup`<span class="debris">${typesetter.set('mono', run.text)}</span>`];
    }
    const text = typesetter.set(face, run.text);
    return [run.kind === 'redaction' ? markup`<span class="redaction">${text}</span>` : markup`${text}`];
  });
}

/** The underline of a heading, a lone ¶: no word, and the page's own type says it. */
export function isRule(run: Pick<Run, 'kind' | 'text'>): boolean {
  return run.kind === 'debris' && !/[\p{L}\p{N}]/u.test(run.text);
}

function linesOf(text: string): string[] {
  return text
    .replace(/\s+$/, '')
    .split(/\r\n|[\n\r\f\v\u2028\u2029]/)
    .map(line => withoutTabs(line).trimEnd());
}

function withoutTabs(line: string): string {
  let out = '';
  for (const [index, piece] of line.split('\t').entries()) {
    out += index === 0 ? piece : ' '.repeat(8 - (out.length % 8)) + piece;
  }
  return out;
}

/** Lines as transmitted, in a size that their longest fits; a space before each break keeps their words apart when read aloud. */
function telegram(lines: readonly string[], typesetter: Typesetter): Markup {
  const longest = lines.reduce((length, line) => Math.max(length, line.length), 1);
  const fitting = LINE_WIDTH / (MONO_ADVANCE * longest);
  const size = Math.max(TELEGRAM_SIZES.smallest, Math.min(TELEGRAM_SIZES.largest, fitting));
  const set = lines.map(line => typesetter.set('mono', line)).join(' \n');
  const keep = lines.length <= SHORT_TABLE ? ' short' : '';
  return markup`<div role="paragraph" class="telegram${keep}" style="font-size: ${size.toFixed(2)}pt">${set}</div>`;
}
