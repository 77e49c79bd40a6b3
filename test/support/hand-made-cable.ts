/** Records made by hand, for tests of what stands behind the parser. */
import type { CableRecord, Paragraph, Span } from '../../archive/record.ts';

/** A record with nothing in it but what is given. */
export function handMadeCable(given: Partial<CableRecord> & { body: string }): CableRecord {
  return {
    schema: 1,
    id: '05HANOI9999',
    canonicalId: '05HANOI9999',
    aliases: [],
    created: null,
    released: null,
    origin: null,
    classification: null,
    textClassification: null,
    captions: [],
    subject: null,
    tags: [],
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
    partial: null,
    redacted: null,
    paragraphs: [],
    redactions: [],
    debris: [],
    warnings: [],
    published: {},
    header: '',
    ...given,
  };
}

/** The span of a passage in a body; the test is wrong where it isn't there. */
export function spanOf(body: string, passage: string, from = 0): Span {
  const start = body.indexOf(passage, from);
  if (start < 0) throw new Error(`the body has no ${JSON.stringify(passage)}`);
  return { start, end: start + passage.length };
}

/** Numbered paragraphs from each `N. (MARK)` up to the next, or up to `end`. */
export function numberedParagraphs(body: string, end: number): Paragraph[] {
  const starts = [...body.matchAll(/(?<=^|\s)(\d{1,2})\. \(([A-Z/]+)\) /g)];
  return starts.map((match, index) => ({
    start: match.index,
    end: starts[index + 1]?.index ?? end,
    number: Number(match[1]),
    mark: match[2] ?? null,
    heading: null,
  }));
}
