/**
 * The rows of a cablebrowser-2 page, read by their labels: whatever the structure (a table with bars, table cells, a
 * definition list, divs, lines), it comes down to cells of text in their order.
 */
import type { Published } from '../record.ts';

/** A cell of text: `[start, end)` in the page's plain text. */
export interface Cell {
  start: number;
  end: number;
  /** the address of a link in it, when it is a whole one */
  address: string | null;
}

export interface ReadLabels {
  published: Published;
  /** where the rows end in the plain text: the rest is sentences and the cable */
  end: number;
}

const known: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Identifier: 'id',
    Wikileaks: 'link',
    WikiLeaks: 'link',
    Origin: 'origin',
    Created: 'created',
    Released: 'released',
    Classification: 'classification',
    Tags: 'tags',
    Redacted: 'redaction',
    Subject: 'subject',
    References: 'references',
  }),
);
/** The labels as alternatives of a regular expression. */
export const knownLabels = [...known.keys()].join('|');

/** The row of the id: the label and its colon or, in copies that lost their colons, an id behind it. */
export const identifierRow = /\bIdentifier(?:\s*:|[\s|]{1,60}(?=\d{2,4}[A-Z]{2,24}\d{1,7}(?![A-Za-z\d])))/;

const labelAlone = /^([A-Z][\w /()-]{0,39}?)\s*:$/;
const labelWithValue = new RegExp(`^(${knownLabels})\\s*:\\s*(\\S[^]*)$`);
const bareLabel = new RegExp(`^(${knownLabels})$`);
const bareLabelWithValue = new RegExp(`^(${knownLabels})\\s+(\\S[^]*)$`);
const otherWithValue = /^([A-Z][a-z][A-Za-z ]{0,30}?)\s*:\s+(\S[^\n]{0,300})$/;
const anyKnown = new RegExp(`^(?:${knownLabels})\\s*:`);
const redactionSentence = /^This cable was (?:not )?redacted\b[^.\n]*\./;
const tagCell = /^[A-Z]{2,5}(?:[\s,;]+[A-Z]{2,5})*$/;

/** Finds the rows, from the cell that says `Identifier:` on. Null where there is none. */
export function readLabels(text: string, cells: readonly Cell[]): ReadLabels | null {
  const words = cells.map(cell => text.slice(cell.start, cell.end));
  let at = words.findIndex(word => /^Identifier\s*:/.test(word));
  const bare = at < 0;
  if (bare)
    at = words.findIndex(
      (word, i) =>
        word.startsWith('Identifier') && identifierRow.test(`${word} ${(words[i + 1] ?? '').slice(0, 40)}`),
    );
  if (at < 0) return null;
  const published: Published = {};
  let end = cells[at]?.start ?? 0;
  const put = (label: string, value: string, address: string | null) => {
    const name = /^View \S+ at \S/.test(value) ? 'link' : fieldName(label);
    if (value !== '') published[name] = value;
    if (name === 'link' && address !== null) published.address = address;
  };
  while (at < cells.length) {
    const cell = cells[at];
    const word = words[at] ?? '';
    if (cell === undefined) break;
    const alone = labelAlone.exec(word) ?? (bare ? bareLabel.exec(word) : null);
    const withValue = labelWithValue.exec(word) ?? (bare ? bareLabelWithValue.exec(word) : null);
    const own = alone === null ? (withValue ?? otherRow(word, words, at)) : null;
    if (alone !== null && !Object.hasOwn(published, fieldName(alone[1] ?? ''))) {
      const next = cells[at + 1];
      const value = words[at + 1] ?? '';
      const empty =
        next === undefined ||
        labelAlone.test(value) ||
        anyKnown.test(value) ||
        (bare && bareLabel.test(value));
      if (!empty && next !== undefined) put(alone[1] ?? '', value, next.address);
      end = empty || next === undefined ? cell.end : next.end;
      at += empty ? 1 : 2;
      // Tags may stand in a cell (or list item) each.
      while (alone[1] === 'Tags' && tagCell.test(words[at] ?? '') && !anyKnown.test(words[at] ?? '')) {
        published.tags = `${published.tags ?? ''} ${words[at] ?? ''}`.trim();
        end = cells[at]?.end ?? end;
        at++;
      }
    } else if (own !== null && !Object.hasOwn(published, fieldName(own[1] ?? ''))) {
      put(own[1] ?? '', (own[2] ?? '').trim(), cell.address);
      end = cell.end;
      at++;
    } else break;
  }
  // A row may have run on into what follows it: the redaction's sentence ends with its full stop.
  const redaction = published.redaction;
  const sentence = redaction === undefined ? null : redactionSentence.exec(redaction);
  if (redaction !== undefined && sentence !== null && sentence[0].length < redaction.length) {
    published.redaction = sentence[0];
    end = text.lastIndexOf(redaction, end) + sentence[0].length;
  }
  return { published, end };
}

function fieldName(label: string): string {
  return known.get(label) ?? label;
}

/** A row of an unknown label is believed between rows of known ones only: the cable's own lines look alike. */
function otherRow(word: string, words: readonly string[], at: number): RegExpExecArray | null {
  const match = otherWithValue.exec(word);
  if (match === null) return null;
  return words.slice(at + 1, at + 5).some(later => anyKnown.test(later)) ? match : null;
}
