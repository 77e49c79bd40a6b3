/**
 * The catalogue as the search reads it: one entry a row, taken from the copy that is shown. Where every copy is a row
 * of its own, as in most archives, the columns are those of the catalogue and share its memory.
 */
import { Flag } from '../model/columns.ts';
import type { CodedColumn, Columns, ListColumn, Values } from '../model/columns.ts';
import type { Catalogue } from './catalogue.ts';
import { FrameFlag } from './frame-columns.ts';
import { unsigned } from './growing.ts';
import type { NumberColumn } from './growing.ts';
import type { CodeColumn, ManyColumn, ValueList } from './value-list.ts';

/** The copies that are shown, one a row; `inOrder` where they are simply all copies. */
interface Best {
  frames: Uint32Array;
  inOrder: boolean;
}

function bestOf(catalogue: Catalogue): Best {
  // a copy, since another copy of a row can be chosen later
  const frames = unsigned(catalogue.rowBest.first(catalogue.rows)).slice();
  return { frames, inOrder: frames.every((frame, row) => frame === row) };
}

function entries(column: NumberColumn, { frames, inOrder }: Best) {
  return inOrder ? column.first(frames.length) : column.gather(frames);
}

function coded(column: CodeColumn, best: Best): CodedColumn {
  return withValues(column.list, { codes: unsigned(entries(column.codes, best)) });
}

function listed(column: ManyColumn, best: Best): ListColumn {
  return withValues(column.list, lists(column, best));
}

/** A column with its list of values, which is made of strings only where somebody wants them all. */
function withValues<Codes extends object>(list: ValueList, codes: Codes): Codes & Values {
  const size = list.length;
  return Object.defineProperty(
    { ...codes, size, valueAt: (code: number) => list.at(code), values: [] },
    'values',
    {
      get: () => list.values,
    },
  );
}

function lists({ starts, codes }: ManyColumn, { frames, inOrder }: Best) {
  if (inOrder) {
    const own = unsigned(starts.first(frames.length + 1));
    return { starts: own, codes: unsigned(codes.first(own.at(-1) ?? 0)) };
  }
  const own = new Uint32Array(frames.length + 1);
  let total = 0;
  for (const [row, frame] of frames.entries()) {
    total += starts.at(frame + 1) - starts.at(frame);
    own[row + 1] = total;
  }
  const gathered = new Uint32Array(total);
  let to = 0;
  for (const frame of frames) {
    const end = starts.at(frame + 1);
    for (let at = starts.at(frame); at < end; at += 1) gathered[to++] = codes.at(at);
  }
  return { starts: own, codes: gathered };
}

/** Bits of a copy to bits of its row. */
const rowFlags = Uint8Array.from({ length: 256 }, (_, own) => {
  const pairs: [number, number][] = [
    [FrameFlag.partialYes, Flag.partialYes],
    [FrameFlag.partialNo, Flag.partialNo],
    [FrameFlag.redactedYes, Flag.redactedYes],
    [FrameFlag.redactedNo, Flag.redactedNo],
    [FrameFlag.warned, Flag.warned],
  ];
  return pairs.reduce((all, [from, to]) => ((own & from) === 0 ? all : all | to), 0);
});

function flagsOf(catalogue: Catalogue, best: Best, cables: number): Uint8Array {
  const own = entries(catalogue.frames.numbers.flags, best);
  const single = cables === own.length;
  const flags = Uint8Array.from(own, (flag, row) => {
    const withdrawn = catalogue.rowWithdrawn.at(row) === 1 ? Flag.withdrawn : 0;
    return (rowFlags[flag] ?? 0) | withdrawn | (single ? Flag.shown : 0);
  });
  if (single) return flags;
  for (let code = 1; code <= cables; code += 1) {
    const shown = catalogue.versions(code)[0];
    if (shown !== undefined) flags[shown] = (flags[shown] ?? 0) | Flag.shown;
  }
  return flags;
}

/** Canonical ids and aliases to cables; aliases are looked up second, so that they never hide an id. */
function finder(catalogue: Catalogue, cable: Uint32Array): (id: string) => number | null {
  const { frames } = catalogue;
  let aliases: Map<string, number> | null = null;
  return id => {
    const wanted = id.trim().toUpperCase();
    const code = frames.codes.cable.list.find(wanted);
    if (code !== undefined && code > 0 && catalogue.rowsOfId(wanted).length > 0) return code - 1;
    aliases ??= aliasesIn(catalogue, cable);
    return aliases.get(wanted) ?? null;
  };
}

/** What cables are called besides; of those that have a name in common, the one that was there first. */
function aliasesIn(catalogue: Catalogue, cable: Uint32Array): Map<string, number> {
  const { codes, many, texts } = catalogue.frames;
  const names = new Map<string, number>();
  for (let frame = catalogue.frames.length - 1; frame >= 0; frame -= 1) {
    const own = cable[catalogue.rowOf(frame)] ?? 0;
    for (const alias of many.aliases.at(frame)) names.set(alias.toUpperCase(), own);
    // Canonical ids were looked up first, but for those that are not in capitals.
    const published = texts.id.isEmpty(frame)
      ? inCapitals(codes.cable.list.texts.bytesAt(codes.cable.codes.at(frame)))
      : texts.id.at(frame);
    if (published !== null) names.set(published.toUpperCase(), own);
  }
  return names;
}

/** Null for what is in capitals already: most ids are, and there are many. */
function inCapitals(id: Buffer): string | null {
  for (const byte of id) if (byte >= 0x61) return id.toString('utf8');
  return null;
}

/** The catalogue at one moment. */
export interface CatalogueView {
  columns: Columns;
  /** row -> the copy that is shown */
  best: Uint32Array;
}

/** A view of the catalogue as it is now. Rows keep their numbers in later views. */
export function viewOf(catalogue: Catalogue): CatalogueView {
  const { frames, rows } = catalogue;
  const best = bestOf(catalogue);
  // A cable's code counts from 1, since 0 is the empty value.
  const cable = unsigned(catalogue.rowCable.first(rows)).map(code => code - 1);
  const ids = frames.codes.cable.list.texts;
  const cables = ids.length - 1;
  const int = (column: NumberColumn) => {
    const { buffer, byteOffset, length } = entries(column, best);
    return new Int32Array(buffer, byteOffset, length);
  };
  const { references } = frames.many;
  const columns: Columns = {
    rows,
    cables,
    cable,
    flags: flagsOf(catalogue, best, cables),
    created: int(frames.numbers.created),
    released: int(frames.numbers.released),
    origin: coded(frames.codes.origin, best),
    classification: coded(frames.codes.classification, best),
    tags: listed(frames.many.tags, best),
    captions: listed(frames.many.captions, best),
    signers: listed(frames.many.signers, best),
    classifiers: listed(frames.many.classifiers, best),
    references: withValues(references.list, {
      ...lists(references, best),
      texts: references.list.texts.packed(0, references.list.length),
    }),
    ids: ids.packed(1, ids.length),
    cableId: code => ids.at(code + 1),
    findCable: finder(catalogue, cable),
    // Rows of an import that goes on are not part of this view.
    rowsOf: code => catalogue.versions(code + 1).filter(row => row < rows),
    subject: row => frames.texts.subject.at(best.frames[row] ?? 0),
    key: row => frames.checksums.key.at(best.frames[row] ?? 0),
  };
  return { columns, best: best.frames };
}
