/** Says of a row whether something other than its words holds, out of the catalogue and the person's own work. */
import { Flag, NO_DATE } from '../../model/columns.ts';
import type { State } from '../query/fields.ts';
import type { LeafQuery, NotesQuery, WordsQuery } from '../query/query.ts';
import type { NotesReader } from '../source.ts';
import { referenceTest, valueTest } from './catalogue-tests.ts';
import type { Snapshot } from './snapshot.ts';

/** Whether it holds: yes, no, or unknown. */
type RowTest = (row: number) => boolean | null;

/** The test of everything that is no word of the text. */
export function rowTest(query: Exclude<LeafQuery, WordsQuery>, snapshot: Snapshot): RowTest {
  const { columns } = snapshot;
  switch (query.kind) {
    case 'date': {
      const { from, to } = query.period;
      return row => {
        const created = columns.created[row] ?? NO_DATE;
        return created === NO_DATE ? null : created >= from && created < to;
      };
    }
    case 'state':
      return stateTest(snapshot, query.state);
    case 'value':
      return valueTest(columns, query);
    case 'id':
    case 'ref':
      return referenceTest(snapshot, query);
    case 'dossier':
    case 'note':
    case 'highlight':
      return notesTest(snapshot, query);
  }
  return query satisfies never;
}

function stateTest(snapshot: Snapshot, state: State): RowTest {
  const { columns } = snapshot;
  const flags =
    (yes: number, no: number): RowTest =>
    row => {
      const bits = columns.flags[row] ?? 0;
      return (bits & yes) !== 0 ? true : (bits & no) !== 0 ? false : null;
    };
  switch (state) {
    case 'partial':
      return flags(Flag.partialYes, Flag.partialNo);
    case 'redacted':
      return flags(Flag.redactedYes, Flag.redactedNo);
    case 'withdrawn':
      return row => ((columns.flags[row] ?? 0) & Flag.withdrawn) !== 0;
    case 'undated':
      return row => (columns.created[row] ?? NO_DATE) === NO_DATE;
    case 'read':
    case 'unread': {
      const member = members(columns, snapshot.source.notes?.readCables() ?? []);
      const wanted = state === 'read' ? 1 : 0;
      return row => member[columns.cable[row] ?? 0] === wanted;
    }
  }
  return state satisfies never;
}

/** 1 for each cable that is named; ids that the archive lacks are passed over. */
function members(columns: Snapshot['columns'], ids: readonly string[]): Uint8Array {
  const member = new Uint8Array(columns.cables);
  for (const id of ids) {
    const cable = columns.findCable(id);
    if (cable !== null) member[cable] = 1;
  }
  return member;
}

function notesTest({ columns, source }: Snapshot, { kind, name }: NotesQuery): RowTest {
  const member = members(columns, source.notes === undefined ? [] : cablesOf(source.notes, kind, name ?? ''));
  return row => member[columns.cable[row] ?? 0] === 1;
}

function cablesOf(notes: NotesReader, kind: NotesQuery['kind'], name: string): readonly string[] {
  if (kind === 'note') return notes.notedCables();
  if (kind === 'highlight') return notes.highlightedCables();
  const wanted = name.trim().toLowerCase();
  return notes
    .dossiers()
    .filter(each => each.toLowerCase() === wanted)
    .flatMap(each => notes.cablesIn(each));
}
