/** What a query means: the form that is evaluated. */
import type { Sequence, SequenceWord } from '../segment/sequence.ts';
import type { Period } from './dates.ts';
import type { State } from './fields.ts';

/** Words that follow each other (one word is a sequence too) in subject and body, in the header, or among the marks. */
export interface WordsQuery {
  readonly kind: 'words';
  readonly sequence: Sequence;
}

/** A value of the catalogue: its words follow each other among those of the cable's value. */
export interface ValueQuery {
  readonly kind: 'value';
  readonly field: 'origin' | 'tag' | 'class' | 'caption' | 'signed' | 'classifier';
  readonly words: readonly SequenceWord[];
}

/** A reference id, in upper case: the cable's own or one that it refers to. */
export interface IdQuery {
  readonly kind: 'id' | 'ref';
  readonly id: string;
  readonly prefix: boolean;
}

export interface DateQuery {
  readonly kind: 'date';
  readonly period: Period;
}

export interface StateQuery {
  readonly kind: 'state';
  readonly state: State;
}

/** The person's own: in a dossier with this name, with something written about it, with a passage marked. */
export interface NotesQuery {
  readonly kind: 'dossier' | 'note' | 'highlight';
  readonly name: string | null;
}

export interface AndQuery {
  readonly kind: 'and';
  readonly parts: readonly Query[];
}

export interface OrQuery {
  readonly kind: 'or';
  readonly parts: readonly Query[];
}

export interface NotQuery {
  readonly kind: 'not';
  readonly part: Query;
}

export type LeafQuery = WordsQuery | ValueQuery | IdQuery | DateQuery | StateQuery | NotesQuery;
export type Query = LeafQuery | AndQuery | OrQuery | NotQuery;

/** Calls `visit` for each leaf that is looked for, not left out. */
export function eachWanted(query: Query | null, visit: (leaf: LeafQuery) => void, wanted = true): void {
  if (query === null) return;
  if (query.kind === 'not') eachWanted(query.part, visit, !wanted);
  else if (query.kind === 'and' || query.kind === 'or') {
    for (const part of query.parts) eachWanted(part, visit, wanted);
  } else if (wanted) visit(query);
}

/** Whether it asks for the person's own work, which changes while the archive stays as it is. */
export function isPersonal(query: Query | null): boolean {
  let personal = false;
  const see = (leaf: LeafQuery) => {
    const { kind } = leaf;
    personal ||= kind === 'note' || kind === 'highlight' || kind === 'dossier';
    personal ||= kind === 'state' && (leaf.state === 'read' || leaf.state === 'unread');
  };
  eachWanted(query, see);
  eachWanted(query === null ? null : { kind: 'not', part: query }, see);
  return personal;
}

/** The plain words of a query, as FlexSearch sees it. */
export function plainWords(query: Query | null): string[] {
  const words: string[] = [];
  eachWanted(query, leaf => {
    if (leaf.kind === 'words') words.push(...leaf.sequence.words.map(({ token }) => token));
  });
  return words;
}
