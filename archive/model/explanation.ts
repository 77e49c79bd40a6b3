/** What a code that stands in a cable means, and two texts of one cable beside each other. */
import { z } from 'zod';

export const TermSchema = z.object({
  kind: z.enum(['tag', 'caption', 'precedence', 'order']),
  code: z.string().max(200),
});
/** A TAG, a caption, a precedence or the number of an executive order, as a cable has it. */
export type Term = z.infer<typeof TermSchema>;

export const ExplanationSchema = TermSchema.extend({
  /** of which list a TAG is; null for the rest */
  list: z.enum(['subject', 'program', 'organisation', 'geographic']).nullable(),
  meaning: z.string(),
});
export type Explanation = z.infer<typeof ExplanationSchema>;

/** A stretch of two texts: the same words in both (white space may differ), or what each has in that place. */
export const ComparedPartSchema = z.object({ same: z.boolean(), left: z.string(), right: z.string() });
export type ComparedPart = z.infer<typeof ComparedPartSchema>;

/** The left texts of all parts, joined, are the left text exactly; so with the right ones. */
export const ComparisonSchema = z.object({
  parts: z.array(ComparedPartSchema),
  /** stretches that differ */
  differences: z.int(),
  /** whether white space differs anywhere, which is not marked */
  spacing: z.boolean(),
});
export type Comparison = z.infer<typeof ComparisonSchema>;
