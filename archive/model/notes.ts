/** The user's own work: what notes.json keeps. Nothing of it is derived, so nothing of it may be lost. */
import { z } from 'zod';
import { FacetNameSchema } from './search.ts';

/** What the person wrote about one cable in one dossier: why it stands there. */
export const RemarkSchema = z.object({ cable: z.string(), text: z.string() });
export type Remark = z.infer<typeof RemarkSchema>;

/** The chosen facet values that belong to a query; absent where there were none. */
export const ChosenValuesSchema = z.partialRecord(FacetNameSchema, z.array(z.string().max(500)).max(500));
export type ChosenValues = z.infer<typeof ChosenValuesSchema>;

export const DossierSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** canonical ids in the order that the person gave them; a cable that the archive lacks may stand here too */
  cables: z.array(z.string()),
  created: z.string(),
  /** what the person wrote about the dossier as a whole */
  notes: z.string().default(''),
  /** absent where there is none */
  remarks: z.array(RemarkSchema).optional(),
});
export type Dossier = z.infer<typeof DossierSchema>;

export const NoteSchema = z.object({
  id: z.string(),
  cable: z.string(),
  text: z.string(),
  changed: z.string(),
  /** the id of the highlight that it is about; absent where it is about the whole cable */
  highlight: z.string().exactOptional(),
});
export type Note = z.infer<typeof NoteSchema>;

export const HighlightSchema = z.object({
  id: z.string(),
  cable: z.string(),
  /** the record in which it was marked */
  key: z.string(),
  start: z.int(),
  end: z.int(),
  /** the text itself, so that it is found again in another version */
  text: z.string(),
  color: z.string(),
  /** the body's text just before and just after it, which tells two places with the same words apart */
  before: z.string().default(''),
  after: z.string().default(''),
  created: z.string().default(''),
});
export type Highlight = z.infer<typeof HighlightSchema>;

export const SavedSearchSchema = z.object({
  id: z.string(),
  name: z.string(),
  query: z.string(),
  filters: ChosenValuesSchema.optional(),
});
export type SavedSearch = z.infer<typeof SavedSearchSchema>;

/** A cable that was opened. */
export const VisitSchema = z.object({ cable: z.string(), opened: z.string() });
export type Visit = z.infer<typeof VisitSchema>;

/** A query that was run, with its chosen values; each stands once, with its last time. */
export const PastSearchSchema = z.object({
  query: z.string(),
  searched: z.string(),
  filters: ChosenValuesSchema.optional(),
});
export type PastSearch = z.infer<typeof PastSearchSchema>;

export const ReadMarkSchema = z.object({ cable: z.string(), read: z.string() });
export type ReadMark = z.infer<typeof ReadMarkSchema>;

export const NotesSchema = z.object({
  format: z.literal('valise-notes'),
  version: z.literal(1),
  archive: z.string(),
  dossiers: z.array(DossierSchema),
  notes: z.array(NoteSchema),
  highlights: z.array(HighlightSchema),
  savedSearches: z.array(SavedSearchSchema),
  /** the cables opened last, the newest first */
  history: z.array(VisitSchema),
  /** the queries run last, the newest first */
  searches: z.array(PastSearchSchema).default([]),
  readMarks: z.array(ReadMarkSchema),
});
export type Notes = z.infer<typeof NotesSchema>;

/** Nothing noted yet. */
export function emptyNotes(archive: string): Notes {
  return {
    format: 'valise-notes',
    version: 1,
    archive,
    dossiers: [],
    notes: [],
    highlights: [],
    savedSearches: [],
    history: [],
    searches: [],
    readMarks: [],
  };
}
