/** A question to the archive and its answer. A list is a search with an empty query. */
import { z } from 'zod';
import { WarningSchema } from '../record.ts';

export const FacetNames = [
  'year',
  'month',
  'origin',
  'classification',
  'tag',
  'caption',
  'partial',
  'redacted',
  'dossier',
] as const;
export const FacetNameSchema = z.enum(FacetNames);
export type FacetName = z.infer<typeof FacetNameSchema>;

export const SortSchema = z.enum([
  'relevance',
  'date',
  '-date',
  'origin',
  '-origin',
  'id',
  '-id',
  'subject',
  '-subject',
  'classification',
  '-classification',
]);
export type Sort = z.infer<typeof SortSchema>;

export const SearchRequestSchema = z.object({
  /** the query language (see archive/search/README.md); '' asks for every cable */
  query: z.string().max(10_000).default(''),
  /** chosen facet values: within a facet OR, across facets AND */
  filters: z.partialRecord(FacetNameSchema, z.array(z.string())).default({}),
  sort: SortSchema.default('relevance'),
  offset: z.int().nonnegative().default(0),
  limit: z.int().nonnegative().max(1000).default(20),
  /** the facets whose counts are wanted */
  facets: z.array(FacetNameSchema).default([]),
  /** at most so many values of each facet; exact counts whatever the number */
  facetLimit: z.int().positive().max(10_000).default(200),
  snippets: z.boolean().default(true),
});
export type SearchRequest = z.infer<typeof SearchRequestSchema>;
/** What a caller may give: every field has a default. */
export type SearchInput = z.input<typeof SearchRequestSchema>;

/** A question for the ids of what it finds and nothing else: thousands at once. */
export const IdsRequestSchema = SearchRequestSchema.pick({
  query: true,
  filters: true,
  sort: true,
  offset: true,
}).extend({ limit: z.int().nonnegative().max(20_000).default(20_000) });
export type IdsInput = z.input<typeof IdsRequestSchema>;

/** A passage of text with the places of the hits in it (UTF-16 units of `text`). */
export const SnippetSchema = z.object({
  text: z.string(),
  hits: z.array(z.tuple([z.int(), z.int()])),
});
export type Snippet = z.infer<typeof SnippetSchema>;

/** What a list shows of a cable. */
export const CableSummarySchema = z.object({
  /** the canonical id: one a cable */
  id: z.string(),
  /** SHA-256 of the record shown */
  key: z.string(),
  created: z.string().nullable(),
  origin: z.string().nullable(),
  classification: z.string().nullable(),
  subject: z.string().nullable(),
  tags: z.array(z.string()),
  captions: z.array(z.string()),
  partial: z.boolean().nullable(),
  redacted: z.boolean().nullable(),
  versions: z.int(),
});
export type CableSummary = z.infer<typeof CableSummarySchema>;

export const SearchHitSchema = CableSummarySchema.extend({ snippet: SnippetSchema.nullable() });
export type SearchHit = z.infer<typeof SearchHitSchema>;

/** A facet's values with their counts over the whole result, largest first (years and months in order). `''` stands for "has none". */
export const FacetSchema = z.array(z.object({ value: z.string(), count: z.int() }));
export type Facet = z.infer<typeof FacetSchema>;

/** A mistake in the query: what could be understood was answered. Offsets are into the query. */
export const QueryProblemSchema = WarningSchema.extend({ suggestion: z.string().nullable() });
export type QueryProblem = z.infer<typeof QueryProblemSchema>;

export const SearchResultSchema = z.object({
  total: z.int(),
  results: z.array(SearchHitSchema),
  facets: z.partialRecord(FacetNameSchema, FacetSchema),
  problems: z.array(QueryProblemSchema),
  /** other spellings, on a search without hits */
  didYouMean: z.array(z.string()),
  /** milliseconds in the engine */
  took: z.number(),
});
export type SearchResult = z.infer<typeof SearchResultSchema>;

/** Completions of what is being typed. `replace` is the span of the query that `text` takes the place of. */
export const SuggestionSchema = z.object({
  kind: z.enum(['word', 'id', 'post', 'tag', 'person', 'dossier', 'saved']),
  text: z.string(),
  label: z.string(),
  count: z.int().nullable(),
  replace: z.tuple([z.int(), z.int()]),
});
export type Suggestion = z.infer<typeof SuggestionSchema>;
