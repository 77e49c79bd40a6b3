/** What every cable is asked for, at import and at reading alike: all but paragraphs, summary, addressees and marks. */
import type { RawCable } from '../model/raw.ts';
import type { Reference, Warning } from '../record.ts';
import type { ClassificationLine } from './classification-line.ts';
import type { Classifier } from './classified-by.ts';
import type { Moment } from './dates.ts';
import type { Preamble } from './preamble.ts';
import { readCaptions } from './captions.ts';
import { readClassificationLine } from './classification-line.ts';
import { readClassifiedBy } from './classified-by.ts';
import { findDamage } from './damage.ts';
import { readDateTimeGroup, readPublishedDate } from './dates.ts';
import { readPreamble } from './preamble.ts';
import { readReferenceId, referenceIdParts } from './reference-id.ts';
import { readReferences } from './references.ts';
import { readSigners } from './signers.ts';
import { readSubject } from './subject.ts';
import { readTags, splitTags } from './tags.ts';
import { oneLine, viewOf } from './view.ts';
import type { Part } from './view.ts';

export interface CommonFields {
  id: string;
  canonicalId: string;
  aliases: string[];
  /** four digits, from the id or the date; null where neither tells */
  year: number | null;
  created: Moment | null;
  released: Moment | null;
  origin: string | null;
  classification: string | null;
  captions: string[];
  subject: string | null;
  tags: string[];
  tagsLine: string | null;
  references: Reference[];
  classifiedBy: Classifier | null;
  reasons: string[];
  signers: string[];
  partial: boolean | null;
  redacted: boolean | null;
  warnings: Warning[];
  view: string;
  line: ClassificationLine | null;
  preamble: Preamble;
  /** where the signature stands */
  signature: Part | null;
}

const PARTIAL = /partial extract of the original cable/i;

/** Reads the fields that the catalogue and the record share, in time linear in the cable's length. Never throws. */
export function readCommonFields(raw: RawCable): CommonFields {
  const { published, header, body } = raw;
  const id = (published.id ?? '').trim();
  const { canonicalId, aliases, repaired } = readReferenceId(id);
  const view = viewOf(body);
  const line = readClassificationLine(view);
  const preamble = readPreamble(view, line?.end ?? 0);
  const { fields } = preamble;
  const publishedMoment = readMoment(published.created);
  const released = readMoment(published.released);
  const created = publishedMoment ?? createdInText(raw, view, preamble, canonicalId);
  const year = referenceIdParts(canonicalId)?.year ?? yearOf(created);
  const subjectField = fields.get('subject');
  const tagsField = fields.get('tags');
  const tags = tagsField === undefined ? null : readTags(view, tagsField);
  const refField = fields.get('references');
  const { signers, part } = readSigners(view, preamble.end < view.length ? preamble.end : (line?.end ?? 0));
  const { classifiedBy, reasons } = readClassifiedBy(view, fields.get('classifiedBy'), fields.get('reason'));
  const partial = readPartial(published.completeness, header);
  const classification = textOrNull(published.classification);
  return {
    id,
    canonicalId,
    aliases,
    year,
    created,
    released,
    origin: textOrNull(published.origin),
    classification,
    captions: readCaptions(view, line, preamble),
    subject:
      (subjectField === undefined ? null : readSubject(view, subjectField)?.text) ??
      textOrNull(published.subject),
    tags: tags !== null && tags.tags.length > 0 ? tags.tags : splitTags(published.tags ?? ''),
    tagsLine: tags?.line ?? null,
    references: refField === undefined ? [] : readReferences(view, refField, twoDigits(year)),
    classifiedBy,
    reasons,
    signers,
    partial,
    redacted: readRedacted(published.redaction),
    warnings: findDamage({
      raw,
      view,
      canonicalId,
      repaired,
      unreadDates: [...unread(published.created, publishedMoment), ...unread(published.released, released)],
      partial,
      classification,
      line,
      signed: part !== null,
    }),
    view,
    line,
    preamble,
    signature: part,
  };
}

function textOrNull(text: string | undefined): string | null {
  const line = text === undefined ? '' : oneLine(text);
  return line === '' ? null : line;
}

function yearOf(moment: Moment | null): number | null {
  return moment === null ? null : new Date(moment.minutes * 60_000).getUTCFullYear();
}

function twoDigits(year: number | null): string | null {
  return year === null ? null : String(year % 100).padStart(2, '0');
}

function readMoment(published: string | undefined): Moment | null {
  return published === undefined ? null : readPublishedDate(published);
}

/** From the header's date-time group, else from one in the text above its title and references, which have dates of others. */
function createdInText(raw: RawCable, view: string, preamble: Preamble, canonicalId: string): Moment | null {
  const { fields, end } = preamble;
  const above = [fields.get('subject'), fields.get('references')].map(field => field?.labelStart ?? end);
  const year = referenceIdParts(canonicalId)?.year ?? null;
  return (
    readDateTimeGroup(raw.header.slice(0, 20_000), year) ??
    readDateTimeGroup(view.slice(0, Math.min(end, 3000, ...above)), null)
  );
}

const NO_DATE_GIVEN = /^\W*(?:n\/?a|none|unknown|undated)?\W*$/i;

/** What a source's field for a date holds, where that can't be read as one. */
function unread(published: string | undefined, moment: Moment | null): string[] {
  return published === undefined || moment !== null || NO_DATE_GIVEN.test(published.slice(0, 60))
    ? []
    : [published];
}

function readPartial(completeness: string | undefined, header: string): boolean | null {
  if (PARTIAL.test(header.slice(0, 2000))) return true;
  if (completeness === undefined || completeness.trim() === '') return null;
  if (/partial|extract|not available|incomplete/i.test(completeness)) return true;
  return /full|complete/i.test(completeness) ? false : null;
}

function readRedacted(redaction: string | undefined): boolean | null {
  if (redaction === undefined || redaction.trim() === '') return null;
  if (
    /\b(?:was|has|is|were) ?n[o']t\b|\bnot (?:been )?redacted|^\s*(?:no|false|none|unredacted)\b/i.test(
      redaction,
    )
  )
    return false;
  return /redacted|^\s*(?:yes|true)\b/i.test(redaction) ? true : null;
}
