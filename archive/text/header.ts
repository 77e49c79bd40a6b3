/** The header block: transmission id, date-time group, station of origin, addressees. */
import type { Recipient } from '../record.ts';
import type { Moment } from './dates.ts';
import { readDateTimeGroup } from './dates.ts';
import { readRecipients } from './recipients.ts';
import { viewOf } from './view.ts';

/** A header longer than this has gone wrong somewhere; what is behind is not looked at. */
const LONGEST = 60_000;
// Where a header has lost its line breaks, these words begin its lines again.
const LOST_BREAKS =
  / {1,20}(?=(?:DE R[A-Z]{3,6} #|ZNY |ZNR |[ZOPR](?: [ZOPR])? \d{6}Z |FM [A-Z]|TO [A-Z]|INFO [A-Z]|XMT [A-Z]|R[UH][A-Z]{2,6}\/[A-Z]|VZCZC|NNNNVZCZC|ZZ RU|[OPR]{2} RU))/g;
/** The body's first line, with its section or number: nothing below it is an addressee. */
const CLASSIFICATION =
  /^\s*(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE|(?:[A-Z] ){5,16}[A-Z])(?![A-Za-z]).{0,60}?\b(?:SECTION \d|\d{3,7} *$)/;
// Addressees without routes on one line: a new one begins behind a number or a precedence, or with such a word.
const LOST_ADDRESS =
  /(?<=[A-Z] (?:\d{1,7}|NIACT IMMEDIATE|IMMEDIATE|PRIORITY|ROUTINE|FLASH)) {1,20}(?=[A-Z]{2})(?!(?:IMMEDIATE|PRIORITY|ROUTINE|FLASH|ZNY|ZNR|FM) )|(?<!MISSION|FM|TO|INFO|XMT|[/-]) {1,20}(?=(?:AMEMBASSY|AMCONSUL|AMCONGEN|USMISSION|USINT|USLO|SECSTATE|SECDEF|USUN|USNATO|USEU|XMT) )|(?<=[A-Z] WASHDC) {1,20}(?=[A-Z]{3}[A-Z ]{0,20} WASHDC)/g;
const LOST_CLASSIFICATION =
  /(?<! [A-Z]) {1,20}(?=(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE|(?:[A-Z] ){5,16}[A-Z]) {1,4}(?:SECTION \d|[A-Z][A-Z ]{2,24} \d{4,7}\b))/g;
const TRANSMISSION = /\bVZCZC[A-Z]{2,3} ?\d{4}|\bVZCZC[A-Z0-9]{3,12}/;
const PARTIAL = /partial extract of the original cable/i;

export interface Header {
  transmissionId: string | null;
  created: Moment | null;
  from: string | null;
  recipients: Recipient[];
  infoRecipients: Recipient[];
  /** true where the block is the sentence that says the cable is a partial extract */
  saysPartial: boolean;
}

/** Reads a header block. `year` is used for a date-time group without one. Empty and damaged blocks give nulls and []. */
export function readHeader(header: string, year: number | null): Header {
  const saysPartial = PARTIAL.test(header.slice(0, 2000));
  if (!/\S/.test(header) || saysPartial) {
    return {
      transmissionId: null,
      created: null,
      from: null,
      recipients: [],
      infoRecipients: [],
      saysPartial,
    };
  }
  let text = viewOf(header.slice(0, LONGEST));
  if (text.trim().split('\n', 4).length < 3) {
    text = text.replace(LOST_BREAKS, '\n').replace(LOST_CLASSIFICATION, '\n').replace(LOST_ADDRESS, '\n');
  }
  const parts = sortLines(text);
  return {
    transmissionId: transmissionIdOf(text),
    created: readDateTimeGroup(text, year),
    from: parts.from,
    recipients: readRecipients(parts.to),
    infoRecipients: readRecipients(parts.info),
    saysPartial,
  };
}

function transmissionIdOf(text: string): string | null {
  return TRANSMISSION.exec(text)?.[0].replace(/ /g, '') ?? null;
}

function sortLines(text: string): { from: string | null; to: string[]; info: string[] } {
  const to: string[] = [];
  const info: string[] = [];
  let from: string | null = null;
  let into: string[] | null = null;
  for (const line of text.split('\n')) {
    if (into !== null && CLASSIFICATION.test(line)) break;
    const found = /^\s*(FM|TO|INFO)(?::? +(.*)|:?\s*)$/.exec(line);
    if (found === null) {
      into?.push(line);
    } else if (found[1] === 'FM') {
      from ??= (found[2] ?? '').replace(/\s+/g, ' ').trim() || null;
      // Above it stand the drafting office's own lists, not addressees.
      to.length = 0;
      info.length = 0;
      into = null;
    } else {
      into = found[1] === 'TO' ? to : info;
      into.push(found[2] ?? '');
    }
  }
  return { from, to, info };
}
