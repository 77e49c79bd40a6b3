/** The user's own work: what notes.json keeps. Nothing of it is derived, so nothing of it may be lost. */
import { z } from 'zod';

export const DossierSchema = z.object({
  id: z.string(),
  name: z.string(),
  cables: z.array(z.string()),
  created: z.string(),
});
export const NoteSchema = z.object({
  id: z.string(),
  cable: z.string(),
  text: z.string(),
  changed: z.string(),
});
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
});
export const SavedSearchSchema = z.object({ id: z.string(), name: z.string(), query: z.string() });

export const NotesSchema = z.object({
  format: z.literal('valise-notes'),
  version: z.literal(1),
  archive: z.string(),
  dossiers: z.array(DossierSchema),
  notes: z.array(NoteSchema),
  highlights: z.array(HighlightSchema),
  savedSearches: z.array(SavedSearchSchema),
  history: z.array(z.object({ cable: z.string(), opened: z.string() })),
  readMarks: z.array(z.object({ cable: z.string(), read: z.string() })),
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
    readMarks: [],
  };
}
