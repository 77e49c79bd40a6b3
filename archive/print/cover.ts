/** The first page: what the record says of itself. Everything as published or derived by a stated rule, nothing guessed. */
import type { Recipient } from '../record.ts';
import type { ShownCable } from '../model/archive.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Typesetter } from './typeset.ts';
import { dateAndTime } from './words.ts';

/** A row of the first page; `code` is set in the telegram's face. */
export interface Row {
  label: string;
  value: string | null;
  code?: boolean;
}

/** Title, byline and the table of metadata. */
export function coverHead(cable: ShownCable, typesetter: Typesetter): Markup {
  const byline = [
    cable.origin,
    cable.created === null ? null : dateAndTime(cable.created),
    `cable ${cable.canonicalId}`,
  ];
  const shown = byline.filter(part => part !== null).join(' · ');
  return markup`<h1>${typesetter.set('serif', cable.subject ?? cable.canonicalId)}</h1>
    <p class="byline">${typesetter.set('sans', shown)}</p>
    ${rowsPart('The record', recordRows(cable), typesetter)}`;
}

/** A titled table of rows; rows without a value are left out, and a table without rows too. */
export function rowsPart(title: string, rows: readonly Row[], typesetter: Typesetter): Markup | null {
  const filled = rows.filter(row => row.value !== null && row.value.trim() !== '');
  if (filled.length === 0) return null;
  return markup`<h2>${typesetter.set('sans', title)}</h2>
    <table>
      <tbody>
        ${filled.map(row => rowMarkup(row, typesetter))}
      </tbody>
    </table>`;
}

function rowMarkup({ label, value, code }: Row, typesetter: Typesetter): Markup {
  const text = (value ?? '').replace(/\s+/g, ' ').trim();
  const cell =
    code === true
      ? markup`<td class="code">${typesetter.set('mono', text)}</td>`
      : markup`<td>${typesetter.set('serif', text)}</td>`;
  return markup`<tr>
    <th scope="row">${typesetter.set('sans', label)}</th>
    ${cell}
  </tr>`;
}

function recordRows(cable: ShownCable): Row[] {
  return [
    { label: 'Identifier', value: cable.canonicalId, code: true },
    { label: 'Published as', value: cable.id === cable.canonicalId ? null : cable.id, code: true },
    { label: 'Created', value: cable.created === null ? null : dateAndTime(cable.created) },
    { label: 'Released', value: cable.released === null ? null : dateAndTime(cable.released) },
    { label: 'Origin', value: cable.origin },
    { label: 'Original marking', value: cable.classification },
    { label: 'Marking in the text', value: cable.textClassification },
    { label: 'Captions', value: cable.captions.join(', ') },
    { label: 'TAGS', value: cable.tags.join(' ') },
    { label: 'From', value: cable.from },
    { label: 'To', value: recipients(cable.recipients) },
    { label: 'Info', value: recipients(cable.infoRecipients) },
    { label: 'References', value: cable.references.map(reference => reference.text).join('; ') },
    { label: 'Classified by', value: classifier(cable) },
    { label: 'Reasons', value: cable.reasons.join(', ') },
    { label: 'Declassify on, as marked', value: declassification(cable) },
    { label: 'Signed', value: cable.signers.join(', ') },
    { label: 'Transmission id', value: cable.transmissionId, code: true },
    { label: 'Link in the source', value: link(cable) },
  ];
}

/** Long distributions are cut: the header, which names them all, is printed with the text. */
const SHOWN_RECIPIENTS = 12;

function recipients(list: readonly Recipient[]): string {
  const named = list.slice(0, SHOWN_RECIPIENTS).map(recipient => {
    const precedence = recipient.precedence === null ? '' : ` (${recipient.precedence})`;
    return `${recipient.name}${precedence}`;
  });
  const more = list.length - named.length;
  return more > 0 ? `${named.join('; ')}; and ${more} more in the header` : named.join('; ');
}

function classifier({ classifiedBy }: ShownCable): string | null {
  if (classifiedBy === null) return null;
  return [classifiedBy.name, classifiedBy.title].filter(part => part !== null).join(', ');
}

function declassification({ declassifyText, declassifyOn, executiveOrder }: ShownCable): string | null {
  const on = declassifyText ?? declassifyOn;
  if (executiveOrder === null) return on;
  return `${on ?? 'no date'} (E.O. ${executiveOrder})`;
}

/** The words of the source's own link, and its address where the copy has one. Printed, never fetched. */
function link({ published }: ShownCable): string | null {
  const { link: words, address } = published;
  if (words === undefined) return address ?? null;
  return address === undefined ? `“${words}” (the copy has no address)` : `“${words}”, ${address}`;
}
