/**
 * What can be asked of the engine behind a port: one table, from which both ends take their types and check what arrives.
 * Paths stand here, because only hosts speak to this port; the page speaks the contract, which has handles.
 */
import { z } from 'zod';
import { ArchiveError } from '../errors.ts';
import { ArchiveInfoSchema, ShownCableSchema, VerifyReportSchema } from '../model/archive.ts';
import { ComparisonSchema, ExplanationSchema, TermSchema } from '../model/explanation.ts';
import { ChosenValuesSchema } from '../model/notes.ts';
import { PostPlaceSchema } from '../model/post-place.ts';
import { CiteStyleSchema } from '../model/handing-over.ts';
import { ReadCableSchema } from '../model/read-cable.ts';
import { ReadingSchema } from '../model/reading.ts';
import {
  ReceiptLinesRequestSchema,
  ReceiptLinesSchema,
  ReceiptSchema,
  ReceiptSourcesRequestSchema,
  ReceiptSourcesSchema,
  ReceiptSummarySchema,
} from '../model/receipt.ts';
import {
  IdsRequestSchema,
  SearchRequestSchema,
  SearchResultSchema,
  SuggestionSchema,
} from '../model/search.ts';
import { manyCalls } from './many-calls.ts';
import { CableWorkSchema, EditSchema, MergeReportSchema, StepSchema, WorkSchema } from '../model/work.ts';

const Nothing = z.object({});
const Bytes = z.custom<Uint8Array>(value => value instanceof Uint8Array);
const CableRef = z.object({ id: z.string(), key: z.string().exactOptional() });
const Target = z.object({ target: z.string() });
const Records = z.object({ records: z.int() });

/** Where the archive is and how to open it; see `OpenOptions` in archive.ts. */
export const OpenCallSchema = z.object({
  folder: z.string(),
  create: z.object({ name: z.string().exactOptional() }).exactOptional(),
  readOnly: z.boolean().exactOptional(),
  takeOver: z.boolean().exactOptional(),
  program: z.string(),
  workers: z.object({ file: z.string(), count: z.int().positive().exactOptional() }).exactOptional(),
  overlayFolder: z.string().exactOptional(),
});
export type OpenCall = z.infer<typeof OpenCallSchema>;

export const calls = {
  /** Opens an archive; the one that was open is closed first. */
  open: { input: OpenCallSchema, output: ArchiveInfoSchema },
  /** Finishes what runs and gives the lock back. Nothing open is no fault. */
  close: { input: Nothing, output: Nothing },
  info: { input: Nothing, output: ArchiveInfoSchema.nullable() },
  import: {
    input: z.object({ given: z.array(z.object({ path: z.string(), name: z.string().exactOptional() })) }),
    output: ReceiptSchema,
  },
  search: { input: SearchRequestSchema, output: SearchResultSchema },
  /** the ids of a result, in its order: see `searchIds` in archive.ts */
  searchIds: { input: IdsRequestSchema, output: z.object({ ids: z.array(z.string()) }) },
  suggest: {
    input: z.object({ query: z.string(), cursor: z.int(), limit: z.int() }),
    output: z.array(SuggestionSchema),
  },
  show: { input: CableRef, output: ShownCableSchema },
  reading: { input: CableRef, output: ReadingSchema },
  /** A cable with its reading view: one look into the pack, one message. */
  read: { input: CableRef, output: ReadCableSchema },
  explain: { input: z.object({ terms: z.array(TermSchema) }), output: z.array(ExplanationSchema) },
  places: { input: z.object({ origins: z.array(z.string()) }), output: z.array(PostPlaceSchema) },
  /** The bodies of two records of a cable beside each other. */
  compare: {
    input: z.object({ id: z.string(), left: z.string(), right: z.string() }),
    output: ComparisonSchema,
  },
  cite: { input: CableRef.extend({ style: CiteStyleSchema }), output: z.object({ text: z.string() }) },
  receipts: { input: Nothing, output: z.array(ReceiptSummarySchema) },
  receipt: { input: z.object({ id: z.string() }), output: ReceiptSchema },
  receiptLines: { input: ReceiptLinesRequestSchema, output: ReceiptLinesSchema },
  receiptSources: { input: ReceiptSourcesRequestSchema, output: ReceiptSourcesSchema },
  verify: { input: Nothing, output: VerifyReportSchema },
  rebuild: { input: Nothing, output: ArchiveInfoSchema },
  withdraw: { input: Target.extend({ reason: z.string() }), output: Records },
  restore: { input: Target, output: Records },
  ...manyCalls,
  /** The user's own work: see `PersonalWork` in archive.ts. */
  work: { input: Nothing, output: WorkSchema },
  cableWork: { input: CableRef, output: CableWorkSchema },
  editWork: { input: z.object({ edit: EditSchema }), output: StepSchema },
  undoWork: { input: Nothing, output: StepSchema },
  redoWork: { input: Nothing, output: StepSchema },
  visit: { input: z.object({ cable: z.string() }), output: StepSchema },
  searched: {
    input: z.object({ query: z.string(), filters: ChosenValuesSchema.optional() }),
    output: StepSchema,
  },
  mergeOverlay: { input: Nothing, output: MergeReportSchema },
  /** Makes the archival copy out of what Chromium printed. */
  archivalCopy: {
    input: CableRef.extend({ pdf: Bytes, title: z.string(), program: z.string() }),
    output: z.object({ pdf: Bytes }),
  },
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<Name extends CallName> = z.input<Calls[Name]['input']>;
export type ParsedCallInput<Name extends CallName> = z.output<Calls[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<Calls[Name]['output']>;

/** Whether a name that came through a port is a call. */
export function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

/** The table once more, so that a call named by a type parameter keeps its own types. */
type Parsers = {
  readonly [Name in CallName]: {
    readonly input: { safeParse(value: unknown): z.ZodSafeParseResult<ParsedCallInput<Name>> };
    readonly output: { parse(value: unknown): CallOutput<Name> };
  };
};
const parsers: Parsers = calls;

/** Parses what the engine answered. Throws a ZodError where that is something else, which is a fault of ours. */
export function parseOutput<Name extends CallName>(name: Name, value: unknown): CallOutput<Name> {
  return parsers[name].output.parse(value);
}

/** Parses what a caller gave. Throws `bad-request`, naming the call and the fault. */
export function parseInput<Name extends CallName>(name: Name, value: unknown): ParsedCallInput<Name> {
  const parsed = parsers[name].input.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ArchiveError(
    'bad-request',
    `${name} was called with something else: ${z.prettifyError(parsed.error)}`,
  );
}
