/**
 * What a cable is, once read: the record that `show --json` and `parse` print and the reader draws.
 * Browser-safe. Scalars are null and lists empty where the source has nothing; dates are ISO 8601 in UTC;
 * offsets count UTF-16 units of `body`. Fields may be added, never renamed or dropped (`schema` tells).
 */
import { z } from 'zod';

export const SpanSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Span = z.infer<typeof SpanSchema>;

/** A reference as the cable makes it. `id` is canonical, or null where it points to no cable. */
export const ReferenceSchema = SpanSchema.extend({
  id: z.string().nullable(),
  /** the letter or number before it (`A`), as written without its punctuation */
  label: z.string().nullable(),
  text: z.string(),
  kind: z.enum(['cable', 'email', 'phone', 'osc', 'airgram', 'other']),
  /** true where the post's spelling was corrected against the list of posts */
  corrected: z.boolean(),
});
export type Reference = z.infer<typeof ReferenceSchema>;

export const RecipientSchema = z.object({
  route: z.string().nullable(),
  name: z.string(),
  precedence: z.string().nullable(),
  number: z.string().nullable(),
  excluded: z.array(z.string()),
});
export type Recipient = z.infer<typeof RecipientSchema>;

/** A paragraph, or a heading that stands alone (`number` and `mark` null, `heading` its text). */
export const ParagraphSchema = SpanSchema.extend({
  number: z.int().nullable(),
  /** the portion mark without its parentheses: `SBU`, `C/NF`; absence never means unclassified */
  mark: z.string().nullable(),
  /** the heading that this paragraph stands under, or that it is */
  heading: z.string().nullable(),
});
export type Paragraph = z.infer<typeof ParagraphSchema>;

/** A plain sentence about damage or doubt; the code is stable. Offsets are null where it is about the whole. */
export const WarningSchema = z.object({
  code: z.string(),
  message: z.string(),
  start: z.int().nonnegative().nullable(),
  end: z.int().nonnegative().nullable(),
});
export type Warning = z.infer<typeof WarningSchema>;

/**
 * The fields that the source published, verbatim. Names that we know: number, id, created, released, origin,
 * classification, tags, references, subject, link (the words of the link to the source), address (where that
 * link leads), redaction, completeness. A label that we don't know stands under its own words.
 */
export const PublishedSchema = z.record(z.string(), z.string());
export type Published = z.infer<typeof PublishedSchema>;

export const CableRecordSchema = z.object({
  schema: z.literal(1),
  /** as published */
  id: z.string(),
  canonicalId: z.string(),
  aliases: z.array(z.string()),
  created: z.string().nullable(),
  released: z.string().nullable(),
  origin: z.string().nullable(),
  /** as the source's table says */
  classification: z.string().nullable(),
  /** as the text's first line says, without its spacing */
  textClassification: z.string().nullable(),
  captions: z.array(z.string()),
  subject: z.string().nullable(),
  tags: z.array(z.string()),
  /** the raw line (or lines), after the label */
  tagsLine: z.string().nullable(),
  references: z.array(ReferenceSchema),
  summary: z.string().nullable(),
  classifiedBy: z.object({ name: z.string().nullable(), title: z.string().nullable() }).nullable(),
  reasons: z.array(z.string()),
  declassifyOn: z.string().nullable(),
  declassifyText: z.string().nullable(),
  executiveOrder: z.string().nullable(),
  signers: z.array(z.string()),
  transmissionId: z.string().nullable(),
  from: z.string().nullable(),
  recipients: z.array(RecipientSchema),
  infoRecipients: z.array(RecipientSchema),
  /** null where the source doesn't say */
  partial: z.boolean().nullable(),
  redacted: z.boolean().nullable(),
  paragraphs: z.array(ParagraphSchema),
  redactions: z.array(SpanSchema),
  debris: z.array(SpanSchema),
  warnings: z.array(WarningSchema),
  published: PublishedSchema,
  header: z.string(),
  body: z.string(),
});
export type CableRecord = z.infer<typeof CableRecordSchema>;
