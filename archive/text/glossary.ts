/**
 * What the codes of a cable mean, offline: TAGS (Traffic Analysis by Geography and Subject), captions, precedences and the
 * executive orders on classification. The tables are data with their sources in data/README.md.
 */
import { z } from 'zod';
import markingData from './data/markings.json';
import tagData from './data/tags.json';

const TableSchema = z.record(z.string(), z.string());
const tables = z
  .object({ subject: TableSchema, program: TableSchema, organisation: TableSchema, geographic: TableSchema })
  .parse(tagData);
const markings = z
  .object({
    captions: TableSchema,
    precedences: z.record(z.string(), z.object({ name: z.string(), meaning: z.string() })),
    executiveOrders: z.record(
      z.string(),
      z.object({ issued: z.string(), president: z.string(), title: z.string() }),
    ),
  })
  .parse(markingData);

export type TagKind = 'subject' | 'program' | 'organisation' | 'geographic';

export interface Tag {
  code: string;
  kind: TagKind;
  meaning: string;
}

// A code that stands in two tables is what the earlier one says: subject tags are the commonest.
const tags = new Map<string, Tag>();
for (const kind of ['subject', 'program', 'geographic', 'organisation'] as const) {
  for (const [code, meaning] of Object.entries(tables[kind])) {
    if (!tags.has(code)) tags.set(code, { code, kind, meaning });
  }
}

/** Every TAG that is known, by its code in capitals. */
export const knownTags: ReadonlyMap<string, Tag> = tags;

/** Whether this is a TAG of the lists, those of the 1970s included. Capitals are expected. */
export function isTag(code: string): boolean {
  return tags.has(code);
}

/** What a TAG stands for, in English, or null where it is in none of the lists (a person, a typo) or unexplained there. */
export function tagMeaning(code: string): string | null {
  const meaning = tags.get(code)?.meaning ?? '';
  return meaning === '' ? null : meaning;
}

/** Of which list a TAG is, or null. */
export function tagKind(code: string): TagKind | null {
  return tags.get(code)?.kind ?? null;
}

/** The captions that may stand under the classification line, longest first, so that a search takes whole ones. */
export const captionNames: readonly string[] = Object.keys(markings.captions).sort(
  (left, right) => right.length - left.length || (left < right ? -1 : 1),
);

/** What a caption asks of its readers, or null for an unknown one. */
export function captionMeaning(caption: string): string | null {
  return Object.hasOwn(markings.captions, caption) ? (markings.captions[caption] ?? null) : null;
}

/** A precedence as its prosign (Z, O, P, R) gives it. */
export interface Precedence {
  prosign: string;
  name: string;
  meaning: string;
}

/** The precedences, highest first. */
export const precedences: readonly Precedence[] = Object.entries(markings.precedences).map(
  ([prosign, { name, meaning }]) => ({ prosign, name, meaning }),
);

/** An executive order on national security information; `issued` is an ISO date. */
export interface ExecutiveOrder {
  number: string;
  issued: string;
  president: string;
  title: string;
}

/** The executive orders that cables cite, oldest first. */
export const executiveOrders: readonly ExecutiveOrder[] = Object.entries(markings.executiveOrders).map(
  ([number, order]) => ({ number, ...order }),
);
