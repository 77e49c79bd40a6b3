/** Everything that a cable's text says, as the record. */
import type { RawCable } from '../model/raw.ts';
import type { CableRecord } from '../record.ts';
import type { Header } from './header.ts';
import type { CommonFields } from './common-fields.ts';
import { readCommonFields } from './common-fields.ts';
import { findDebris } from './debris.ts';
import { readDeclassification } from './executive-order.ts';
import { readHeader } from './header.ts';
import { readParagraphs } from './paragraphs.ts';
import { findRedactions } from './redactions.ts';
import { readSummary } from './summary.ts';

/**
 * Reads every field of a cable. `header` and `body` come back as they were given; offsets are UTF-16 units of the body.
 * Never throws, whatever the text; the time is linear in its length.
 */
export function parseCable(raw: RawCable): CableRecord {
  const common = readCommonFields(raw);
  const { view, preamble } = common;
  const { fields } = preamble;
  const textEnd = Math.max(preamble.end, common.signature?.start ?? view.length);
  const paragraphs = readParagraphs(view, preamble.end, textEnd);
  const header = headerOf(raw, common);
  const declassification = readDeclassification(
    view,
    fields.get('order'),
    fields.get('declassify'),
    common.year,
  );
  return {
    schema: 1,
    id: common.id,
    canonicalId: common.canonicalId,
    aliases: common.aliases,
    created: common.created?.iso ?? null,
    released: common.released?.iso ?? null,
    origin: common.origin,
    classification: common.classification,
    textClassification: common.line?.level ?? null,
    captions: common.captions,
    subject: common.subject,
    tags: common.tags,
    tagsLine: common.tagsLine,
    references: common.references,
    summary: readSummary(view, preamble.end, textEnd, paragraphs),
    classifiedBy: common.classifiedBy,
    reasons: common.reasons,
    declassifyOn: declassification.declassifyOn,
    declassifyText: declassification.declassifyText,
    executiveOrder: declassification.executiveOrder,
    signers: common.signers,
    transmissionId: header.transmissionId,
    from: header.from,
    recipients: header.recipients,
    infoRecipients: header.infoRecipients,
    partial: common.partial,
    redacted: common.redacted,
    paragraphs,
    redactions: findRedactions(raw.body),
    debris: findDebris(raw.body, common.line?.end ?? 0),
    warnings: common.warnings,
    published: raw.published,
    header: raw.header,
    body: raw.body,
  };
}

/** The header block; where the source has none, the body may begin with it. */
function headerOf(raw: RawCable, { view, preamble, year }: CommonFields): Header {
  const header = readHeader(raw.header, year);
  if (header.saysPartial || header.from !== null || header.recipients.length > 0) return header;
  const labels = Array.from(preamble.fields.values(), field => field.labelStart);
  const above = view.slice(0, Math.min(preamble.end, 20_000, ...labels));
  if (!/(?:^|\s)FM [A-Z]/.test(above) || !/(?:^|\s)TO [A-Z]/.test(above)) return header;
  const inside = readHeader(above, year);
  return inside.from === null
    ? header
    : { ...inside, transmissionId: header.transmissionId ?? inside.transmissionId };
}
