/** The second half of the first page: what is complete, where it came from, what this copy did to it. */
import type { ShownCable, Sighting } from '../model/archive.ts';
import type { Place } from '../model/raw.ts';
import type { Reading } from '../model/reading.ts';
import { rowsPart } from './cover.ts';
import type { Row } from './cover.ts';
import type { PrintAbout } from './document.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { isRule } from './text.ts';
import { spelledOut } from './typeset.ts';
import type { Typesetter } from './typeset.ts';
import { counted, dateAndTime } from './words.ts';

/** At most so many doubts and kinds of missing characters are listed; the rest is counted. */
const LISTED = 40;

export function completenessPart(cable: ShownCable, typesetter: Typesetter): Markup | null {
  return rowsPart('Completeness', completenessRows(cable), typesetter);
}

function completenessRows(cable: ShownCable): Row[] {
  const { partial, redacted, redactions, published, warnings } = cable;
  const extent =
    partial === null
      ? 'The source does not say whether this is the full text.'
      : partial
        ? 'Partial extract: the full text of the original cable is not in this record.'
        : 'Full text, by the source’s word.';
  const characters = redactions.reduce((sum, { start, end }) => sum + end - start, 0);
  const blackened =
    redactions.length === 0
      ? 'No runs of X stand in the text.'
      : `${counted(redactions.length, 'redaction')} of ${counted(characters, 'character')} in all, shown as the source has them (runs of X).`;
  return [
    { label: 'Extent', value: quoted(extent, published['completeness']) },
    {
      label: 'Routing header',
      value: cable.header.trim() === '' ? 'Not in the source.' : 'Printed with the text.',
    },
    {
      label: 'Redaction',
      value: `${quoted(redacted === null ? 'The source does not say whether it was redacted.' : redacted ? 'Redacted by the publisher.' : 'Not redacted by the publisher.', published['redaction'])} ${blackened}`,
    },
    {
      label: 'Doubts when read',
      value: listed(
        // that it is a partial extract is said above
        warnings.filter(({ code }) => code !== 'partial-extract').map(({ message }) => message),
        ' ',
      ),
    },
  ];
}

function quoted(sentence: string, source: string | undefined): string {
  return source === undefined || source.trim() === ''
    ? sentence
    : `${sentence} The source says: “${source.trim()}”`;
}

function listed(items: readonly string[], separator: string): string {
  const more = items.length - LISTED;
  const shown = items.slice(0, LISTED).join(separator);
  return more > 0 ? `${shown}${separator}And ${more} more.` : shown;
}

export function provenancePart(cable: ShownCable, typesetter: Typesetter): Markup | null {
  const shown = cable.sightings.find(sighting => sighting.shown) ?? cable.sightings[0];
  const others = cable.sightings.filter(sighting => sighting !== shown);
  const rows: Row[] = [
    ...(shown === undefined ? [] : sightingRows(shown)),
    {
      label: 'Seen also in',
      value: listed(
        others.map(sighting => placeText(sighting.source)),
        '; ',
      ),
    },
    {
      label: 'Versions',
      value:
        cable.versions.length > 1
          ? `This archive holds ${cable.versions.length} different texts under this identifier; this is the one with the checksum below.`
          : null,
    },
    { label: 'SHA-256 of the record', value: cable.key, code: true },
  ];
  return rowsPart('Provenance', rows, typesetter);
}

function sightingRows(sighting: Sighting): Row[] {
  const assumed = sighting.rendering.assumed ? ', assumed' : '';
  return [
    { label: 'Source file', value: placeText(sighting.source) },
    { label: 'SHA-256 of the file', value: sighting.sourceSha256 ?? 'not taken', code: true },
    { label: 'Read as', value: `${sighting.rendering.format}, ${sighting.rendering.encoding}${assumed}` },
    { label: 'Imported', value: `${dateAndTime(sighting.imported)}, receipt ${sighting.receipt}` },
  ];
}

function placeText({ file, member, row }: Place): string {
  return [file, member, row === null ? null : `number ${row}`].filter(part => part !== null).join(', ');
}

export function copyPart(reading: Reading, about: PrintAbout, typesetter: Typesetter): Markup {
  const debris = reading.blocks
    .flatMap(block => block.runs)
    .filter(run => run.kind === 'debris' && !isRule(run)).length;
  const rules = reading.changes.foldedDebris - debris;
  const joined = reading.changes.joinedLines;
  const changes = [
    joined > 0 ? `${counted(joined, 'line break')} of the transmission joined into running text.` : null,
    debris > 0 ? `${counted(debris, 'piece')} of transmission debris set small.` : null,
    rules > 0
      ? `${counted(rules, 'underline or paragraph sign', 'underlines or paragraph signs')} left out.`
      : null,
  ].filter(change => change !== null);
  const sentences = [
    changes.length === 0
      ? 'Line breaks and words stand as in the source.'
      : `${changes.join(' ')} No word was changed.`,
    'The marking at the head and foot of each page is the original one, as the source gives it; nothing was added to it.',
    ...(about.attachment === undefined
      ? []
      : [
          `The archival PDF of this copy carries the record’s exact source text inside it, as ${about.attachment}.`,
        ]),
    `Printed ${dateAndTime(about.printed)} by ${about.program}.`,
  ];
  const said = markup`<p class="note">${typesetter.set('serif', sentences.join(' '))}</p>`;
  return markup`<h2>${typesetter.set('sans', 'This copy')}</h2>${said}${missingNote(typesetter)}`;
}

/** Must come last: it tells of everything that was set before it. */
function missingNote(typesetter: Typesetter): Markup | null {
  const kinds = [...typesetter.missing].sort(([a], [b]) => a - b);
  if (kinds.length === 0) return null;
  const total = kinds.reduce((sum, [, count]) => sum + count, 0);
  const list = listed(
    kinds.map(([code, count]) => (count === 1 ? spelledOut(code) : `${spelledOut(code)} ${count} times`)),
    ', ',
  );
  const sentence = `${counted(total, 'character')} can’t be printed, because no font here has ${total === 1 ? 'it' : 'them'} or because ${total === 1 ? 'it shows' : 'they show'} nothing. The code stands in its place: ${list}.`;
  return markup`<p class="note">${typesetter.set('serif', sentence)}</p>`;
}
