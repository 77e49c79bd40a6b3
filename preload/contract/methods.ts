/**
 * The one table: every method that the window can call, with what goes in and what comes out.
 * Every host answers all of them; a test holds methods, handlers and bridge to this list.
 */
import { z } from 'zod';
import { ArchiveInfoSchema, ShownCableSchema, VerifyReportSchema } from '../../archive/model/archive.ts';
import { ChosenValuesSchema } from '../../archive/model/notes.ts';
import {
  ReceiptLinesRequestSchema,
  ReceiptLinesSchema,
  ReceiptSchema,
  ReceiptSourcesRequestSchema,
  ReceiptSourcesSchema,
  ReceiptSummarySchema,
} from '../../archive/model/receipt.ts';
import {
  IdsRequestSchema,
  SearchRequestSchema,
  SearchResultSchema,
  SuggestionSchema,
} from '../../archive/model/search.ts';
import {
  CableWorkSchema,
  EditSchema,
  MergeReportSchema,
  StepSchema,
  WorkSchema,
} from '../../archive/model/work.ts';
import { ComparisonSchema, ExplanationSchema, TermSchema } from '../../archive/model/explanation.ts';
import { PostPlaceSchema } from '../../archive/model/post-place.ts';
import { CiteStyleSchema } from '../../archive/model/handing-over.ts';
import { ReadingSchema } from '../../archive/model/reading.ts';
import { ReadCableSchema } from '../../archive/model/read-cable.ts';
import { cablesMethods } from './cables.ts';
import { DeliverySchema } from './delivery.ts';
import { libraryMethods } from './library.ts';
import { HandleSchema, JobIdSchema, method } from './method.ts';

const Nothing = z.object({});
const CableRef = z.object({ id: z.string().max(200), key: z.string().max(64).optional() });

/** What the host is and can do: the window shows only what works here. */
export const HostInfoSchema = z.object({
  host: z.enum(['electron', 'serve']),
  version: z.string(),
  /** `Electron 45.4.1` or the like; null on the serve host */
  runtime: z.string().nullable(),
  platform: z.string(),
  /** true when this start made the first archive */
  firstStart: z.boolean(),
  can: z.object({ chooseFiles: z.boolean(), chooseFolder: z.boolean(), paper: z.boolean() }),
});
export type HostInfo = z.infer<typeof HostInfoSchema>;

export const methods = {
  'host.info': method(Nothing, HostInfoSchema),
  'host.chooseFiles': method(z.object({ folders: z.boolean() }), z.array(HandleSchema)),

  ...libraryMethods,

  'archive.info': method(Nothing, ArchiveInfoSchema.nullable()),
  'archive.verify': method(z.object({ job: JobIdSchema }), VerifyReportSchema),
  'archive.rebuild': method(z.object({ job: JobIdSchema }), ArchiveInfoSchema),
  'archive.withdraw': method(
    z.object({ target: z.string().max(200), reason: z.string().max(2000) }),
    z.object({ records: z.int() }),
  ),
  'archive.restore': method(z.object({ target: z.string().max(200) }), z.object({ records: z.int() })),

  'import.start': method(
    z.object({ job: JobIdSchema, handles: z.array(HandleSchema).min(1).max(10_000) }),
    ReceiptSchema,
  ),
  'job.cancel': method(z.object({ job: JobIdSchema }), z.object({ cancelled: z.boolean() })),

  'receipts.list': method(Nothing, z.array(ReceiptSummarySchema)),
  'receipts.show': method(z.object({ id: z.string().max(200) }), ReceiptSchema),
  /** some of the lines and files of a long receipt, of which `show` has the first */
  'receipts.lines': method(ReceiptLinesRequestSchema, ReceiptLinesSchema),
  'receipts.sources': method(ReceiptSourcesRequestSchema, ReceiptSourcesSchema),

  /** `job` names the search box: a newer search under the same name cancels the older one, which answers `cancelled` */
  'search.run': method(z.object({ job: JobIdSchema, request: SearchRequestSchema }), SearchResultSchema),
  /** the ids of a result in its order, a stretch at a time: for what is done with many cables at once */
  'search.ids': method(z.object({ request: IdsRequestSchema }), z.object({ ids: z.array(z.string()) })),
  'search.suggest': method(
    z.object({
      query: z.string().max(10_000),
      cursor: z.int().nonnegative(),
      limit: z.int().positive().max(50),
    }),
    z.array(SuggestionSchema),
  ),

  /** what the codes of a cable mean; those that no list knows are left out */
  'glossary.explain': method(z.object({ terms: z.array(TermSchema).max(500) }), z.array(ExplanationSchema)),

  /** where the posts lie that these origins name; those without a place are left out */
  'glossary.places': method(
    z.object({ origins: z.array(z.string().max(500)).max(10_000) }),
    z.array(PostPlaceSchema),
  ),

  'cable.show': method(CableRef, ShownCableSchema),
  /** the reading view of a cable's body */
  'cable.reading': method(CableRef, ReadingSchema),
  /** a cable with its reading view, at once: what the window opens */
  'cable.read': method(CableRef, ReadCableSchema),
  /** the bodies of two records of a cable (named by their keys) beside each other */
  'cable.compare': method(
    z.object({ id: z.string().max(200), left: z.string().max(64), right: z.string().max(64) }),
    ComparisonSchema,
  ),
  'cable.cite': method(
    CableRef.extend({ style: CiteStyleSchema.default('chicago') }),
    z.object({ text: z.string() }),
  ),

  ...cablesMethods,

  /** all of the person's own work: dossiers, notes, highlights, saved searches, histories, read marks */
  'work.show': method(Nothing, WorkSchema),
  /** the work on one cable, with its highlights found in the record that `key` chooses */
  'work.cable': method(CableRef, CableWorkSchema),
  /** one step of the person's, written when this answers; every kind can be undone */
  'work.edit': method(z.object({ edit: EditSchema }), StepSchema),
  /** `done` names the step that was taken back; null where there was none */
  'work.undo': method(Nothing, StepSchema),
  'work.redo': method(Nothing, StepSchema),
  /** remembers that a cable was opened, which counts as reading it; no step to undo */
  'work.visit': method(z.object({ cable: z.string().min(1).max(200) }), StepSchema),
  /** remembers a query that was run, with the values chosen with it; no step to undo */
  'work.searched': method(
    z.object({ query: z.string().max(10_000), filters: ChosenValuesSchema.optional() }),
    StepSchema,
  ),
  /** merges notes that were made while the archive could not be written; the archive's notices offer it */
  'work.mergeOverlay': method(Nothing, MergeReportSchema),

  /** the printed page as one HTML document, for the preview */
  'print.preview': method(CableRef, z.object({ html: z.string() })),
  'print.pdf': method(CableRef.extend({ job: JobIdSchema }), DeliverySchema),
  'print.paper': method(CableRef.extend({ job: JobIdSchema }), DeliverySchema),
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
/** What a caller gives: fields with defaults may be left out. */
export type Input<Name extends MethodName> = z.input<Methods[Name]['input']>;
/** What a handler gets, after validation. */
export type ParsedInput<Name extends MethodName> = z.output<Methods[Name]['input']>;
export type Output<Name extends MethodName> = z.output<Methods[Name]['output']>;

/** Whether a name from outside is a method. */
export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}
