/** What can be done with the user's own work, and what is told of it. */
import { z } from 'zod';
import {
  ChosenValuesSchema,
  DossierSchema,
  HighlightSchema,
  NoteSchema,
  PastSearchSchema,
  ReadMarkSchema,
  SavedSearchSchema,
  VisitSchema,
} from './notes.ts';

const Id = z.string().min(1).max(200);
const Name = z.string().trim().min(1).max(200);
const Text = z.string().max(200_000);
/** Empty where chosen values are all that is asked. */
const Query = z.string().max(10_000);
const Cables = z.array(Id).min(1).max(20_000);
/** A place in a list, counted from 0; beyond the end is the end. */
const At = z.int().nonnegative();

/** The colours of highlights, by what they are for the eye; the window draws them. */
export const HIGHLIGHT_COLORS = ['yellow', 'green', 'blue', 'pink'] as const;
const Color = z.enum(HIGHLIGHT_COLORS);

/** One step of the person's. Each is written at once, whole, and can be undone. */
export const EditSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add-dossier'), name: Name, cables: z.array(Id).max(20_000).default([]) }),
  z.object({ kind: z.literal('rename-dossier'), dossier: Id, name: Name }),
  z.object({ kind: z.literal('describe-dossier'), dossier: Id, notes: Text }),
  z.object({ kind: z.literal('place-dossier'), dossier: Id, at: At }),
  z.object({ kind: z.literal('delete-dossier'), dossier: Id }),
  /** those that it has already stay where they are; without `at` they go to the end */
  z.object({
    kind: z.literal('add-to-dossier'),
    dossier: Id,
    cables: Cables,
    at: At.nullable().default(null),
  }),
  z.object({ kind: z.literal('remove-from-dossier'), dossier: Id, cables: Cables }),
  /** `more` go along, right behind the first; `at` counts without them */
  z.object({
    kind: z.literal('place-in-dossier'),
    dossier: Id,
    cable: Id,
    at: At,
    more: Cables.optional(),
  }),
  /** out of one dossier into another, as one step */
  z.object({ kind: z.literal('move-to-dossier'), from: Id, to: Id, cables: Cables }),
  /** `highlight` says which passage it is about; without it, the whole cable */
  /** an empty text takes the remark away */
  z.object({ kind: z.literal('remark-in-dossier'), dossier: Id, cable: Id, text: Text }),
  z.object({ kind: z.literal('add-note'), cable: Id, text: Text, highlight: Id.exactOptional() }),
  z.object({ kind: z.literal('change-note'), note: Id, text: Text }),
  z.object({ kind: z.literal('delete-note'), note: Id }),
  /** `start` and `end` count UTF-16 units of the body of the record `key`; the archive reads the text itself */
  z.object({
    kind: z.literal('add-highlight'),
    cable: Id,
    key: z.string().max(64),
    start: z.int().nonnegative(),
    end: z.int().positive(),
    color: Color.default('yellow'),
    /** a note on the passage, made in the same step */
    note: Text.default(''),
  }),
  z.object({ kind: z.literal('color-highlight'), highlight: Id, color: Color }),
  /** the notes on the passage go with it */
  z.object({ kind: z.literal('delete-highlight'), highlight: Id }),
  z.object({
    kind: z.literal('save-search'),
    name: Name,
    query: Query,
    filters: ChosenValuesSchema.optional(),
  }),
  z.object({
    kind: z.literal('change-search'),
    search: Id,
    name: Name,
    query: Query,
    filters: ChosenValuesSchema.optional(),
  }),
  z.object({ kind: z.literal('delete-search'), search: Id }),
  z.object({ kind: z.literal('mark-read'), cables: Cables, read: z.boolean() }),
  z.object({ kind: z.literal('clear-history') }),
  z.object({ kind: z.literal('clear-searches') }),
]);
export type Edit = z.output<typeof EditSchema>;
export type EditInput = z.input<typeof EditSchema>;

const EditKindSchema = z.enum(EditSchema.options.map(option => option.shape.kind.value));
export type EditKind = z.infer<typeof EditKindSchema>;

/** Where the person stands: it goes along with every answer. */
export const StandingSchema = z.object({
  /** grows with every change, so that a window knows whether what it shows is old */
  revision: z.int(),
  /** the step that undoing would take back; null where there is none */
  undo: EditKindSchema.nullable(),
  redo: EditKindSchema.nullable(),
  /** where changes go: into the archive, beside the settings, or nowhere */
  place: z.enum(['archive', 'overlay', 'none']),
  /** changes that lie beside the settings and are not in the archive */
  waiting: z.int(),
});
export type Standing = z.infer<typeof StandingSchema>;

/** All of the person's work. Lists are in the order to show. */
export const WorkSchema = StandingSchema.extend({
  dossiers: z.array(DossierSchema),
  notes: z.array(NoteSchema),
  highlights: z.array(HighlightSchema),
  savedSearches: z.array(SavedSearchSchema),
  history: z.array(VisitSchema),
  searches: z.array(PastSearchSchema),
  readMarks: z.array(ReadMarkSchema),
});
export type Work = z.infer<typeof WorkSchema>;

/**
 * Where a highlight lies in a body. `exact`: where it was made; `moved`: the same words (white space aside) elsewhere;
 * `similar`: words a little different. The `text` is the body's own.
 */
export const AnchorSchema = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  how: z.enum(['exact', 'moved', 'similar']),
});
export type Anchor = z.infer<typeof AnchorSchema>;

/** The work on one cable, laid over the body of one of its records. */
export const CableWorkSchema = StandingSchema.extend({
  cable: z.string(),
  /** the record that the anchors count in; null where the archive does not have the cable */
  key: z.string().nullable(),
  notes: z.array(NoteSchema),
  /** in the order of the text; those without an anchor (their words are not in this version) come last */
  highlights: z.array(HighlightSchema.extend({ anchor: AnchorSchema.nullable() })),
  dossiers: z.array(z.object({ id: z.string(), name: z.string() })),
  read: z.string().nullable(),
});
export type CableWork = z.infer<typeof CableWorkSchema>;

/** What a step did. `made` is the id of what it made, if anything; `done` is null where there was nothing to do. */
export const StepSchema = StandingSchema.extend({
  done: EditKindSchema.nullable(),
  made: z.string().nullable(),
});
export type Step = z.infer<typeof StepSchema>;

/** What merging the overlay did. `both` counts what had changed on both sides and is kept twice. */
export const MergeReportSchema = StandingSchema.extend({
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  both: z.int(),
});
export type MergeReport = z.infer<typeof MergeReportSchema>;
