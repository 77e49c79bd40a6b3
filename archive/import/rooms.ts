/** What this room takes from archive/text. Until all of that room is there, published fields stand in for the text. */
import { NO_DATE } from '../model/columns.ts';
import type { CatalogueFields } from '../model/catalogue.ts';
import type { RawCable } from '../model/raw.ts';
import type { CableRecord } from '../record.ts';
import { isoMinute } from '../store/frame-columns.ts';
import { readReferenceId } from '../text/reference-id.ts';

function minutes(text: string | undefined): number {
  const us = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/.exec(text ?? '');
  const time =
    us !== null
      ? Date.UTC(Number(us[3]), Number(us[1]) - 1, Number(us[2]), Number(us[4]), Number(us[5]))
      : text === undefined
        ? Number.NaN
        : Date.parse(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(time) ? NO_DATE : Math.floor(time / 60_000);
}

/** What the catalogue needs of a cable. */
export function readForCatalogue(raw: RawCable): CatalogueFields {
  const { published } = raw;
  const id = published['id'] ?? '';
  const partial = published['completeness'];
  const redaction = published['redaction'];
  return {
    id,
    canonicalId: readReferenceId(id).canonicalId ?? '',
    aliases: [],
    created: minutes(published['created']),
    released: minutes(published['released']),
    origin: published['origin'] ?? '',
    classification: published['classification'] ?? '',
    subject: published['subject'] ?? /SUBJ(?:ECT)?: (.*?) (?:REF|1\.)/.exec(raw.body)?.[1] ?? '',
    tags: (published['tags'] ?? '').split(/[\s,]+/).filter(Boolean),
    captions: [],
    signers: [],
    classifier: '',
    references: [],
    partial: partial === undefined ? null : /partial extract/.test(partial),
    redacted: redaction === undefined ? null : !/not redacted/.test(redaction),
    warned: raw.warnings.length > 0,
  };
}

/** The cable as it is shown. */
export function parseCable(raw: RawCable): CableRecord {
  const fields = readForCatalogue(raw);
  return {
    schema: 1,
    id: fields.id,
    canonicalId: fields.canonicalId,
    aliases: [],
    created: isoMinute(fields.created),
    released: isoMinute(fields.released),
    origin: fields.origin || null,
    classification: fields.classification || null,
    textClassification: null,
    captions: [],
    subject: fields.subject || null,
    tags: fields.tags,
    tagsLine: null,
    references: [],
    summary: null,
    classifiedBy: null,
    reasons: [],
    declassifyOn: null,
    declassifyText: null,
    executiveOrder: null,
    signers: [],
    transmissionId: null,
    from: null,
    recipients: [],
    infoRecipients: [],
    partial: fields.partial,
    redacted: fields.redacted,
    paragraphs: [],
    redactions: [],
    debris: [],
    warnings: raw.warnings,
    published: raw.published,
    header: raw.header,
    body: raw.body,
  };
}
