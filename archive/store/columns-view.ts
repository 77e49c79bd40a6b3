/** The catalogue as the search reads it: one entry a row, taken from the copy that is shown. */
import { Flag } from '../model/columns.ts';
import type { CodedColumn, Columns, ListColumn } from '../model/columns.ts';
import type { Catalogue } from './catalogue.ts';
import { FrameFlag } from './frame-columns.ts';
import type { CodeColumn, ManyColumn, NumberColumn } from './growing.ts';

/** The copies that are shown, one a row; `inOrder` where they are simply all copies. */
interface Best {
  frames: Uint32Array;
  inOrder: boolean;
}

function bestOf(catalogue: Catalogue): Best {
  const frames = new Uint32Array(catalogue.rowBest.gather(new Uint32Array(catalogue.rows), true));
  return { frames, inOrder: frames.every((frame, row) => frame === row) };
}

function coded(column: CodeColumn, { frames, inOrder }: Best): CodedColumn {
  return { codes: new Uint32Array(column.codes.gather(frames, inOrder)), values: column.list.values };
}

function listed(column: ManyColumn, { frames, inOrder }: Best): ListColumn {
  const { values } = column.list;
  if (inOrder) {
    const starts = new Uint32Array(column.starts.gather(new Uint32Array(frames.length + 1), true));
    const codes = new Uint32Array(starts.at(-1) ?? 0);
    return { starts, codes: new Uint32Array(column.codes.gather(codes, true)), values };
  }
  const starts = new Uint32Array(frames.length + 1);
  let total = 0;
  for (let row = 0; row < frames.length; row += 1) {
    const frame = frames[row] ?? 0;
    total += column.starts.at(frame + 1) - column.starts.at(frame);
    starts[row + 1] = total;
  }
  const codes = new Uint32Array(total);
  let to = 0;
  for (const frame of frames) {
    const end = column.starts.at(frame + 1);
    for (let at = column.starts.at(frame); at < end; at += 1) codes[to++] = column.codes.at(at);
  }
  return { starts, codes, values };
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

function flagsOf(catalogue: Catalogue, { frames, inOrder }: Best, cables: number): Uint8Array {
  const flags = new Uint8Array(catalogue.frames.numbers.flags.gather(frames, inOrder));
  for (let row = 0; row < flags.length; row += 1) {
    const withdrawn = catalogue.rowWithdrawn.at(row) === 1 ? Flag.withdrawn : 0;
    flags[row] = (rowFlags[flags[row] ?? 0] ?? 0) | withdrawn;
  }
  if (cables === flags.length) return flags.map(flag => flag | Flag.shown);
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
    if (aliases === null) {
      aliases = new Map();
      for (let frame = frames.length - 1; frame >= 0; frame -= 1) {
        const own = cable[catalogue.rowOf(frame)] ?? 0;
        for (const alias of frames.many.aliases.at(frame)) aliases.set(alias.toUpperCase(), own);
        aliases.set(frames.publishedId(frame).toUpperCase(), own);
      }
    }
    return aliases.get(wanted) ?? null;
  };
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
  const cable = new Uint32Array(catalogue.rowCable.gather(best.frames, true)).map(code => code - 1);
  const ids = frames.codes.cable.list.values;
  const cables = ids.length - 1;
  const int = (column: NumberColumn) => new Int32Array(column.gather(best.frames, best.inOrder));
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
    references: listed(frames.many.references, best),
    cableId: code => ids[code + 1] ?? '',
    findCable: finder(catalogue, cable),
    // Rows of an import that goes on are not part of this view.
    rowsOf: code => catalogue.versions(code + 1).filter(row => row < rows),
    subject: row => frames.texts.subject[best.frames[row] ?? 0] ?? '',
    key: row => frames.checksums.key.at(best.frames[row] ?? 0),
  };
  return { columns, best: best.frames };
}
