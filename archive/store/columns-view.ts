/** The catalogue as the search reads it: one entry a row, taken from the copy that is shown. */
import { Flag } from '../model/columns.ts';
import type { CodedColumn, Columns, ListColumn } from '../model/columns.ts';
import type { Catalogue } from './catalogue.ts';
import { FrameFlag } from './frame-columns.ts';
import type { CodeColumn, ManyColumn, NumberColumn } from './growing.ts';

function coded(column: CodeColumn, best: Uint32Array): CodedColumn {
  return { codes: best.map(frame => column.codes.at(frame)), values: column.list.values };
}

function listed(column: ManyColumn, best: Uint32Array): ListColumn {
  const starts = new Uint32Array(best.length + 1);
  let total = 0;
  best.forEach((frame, row) => {
    total += column.starts.at(frame + 1) - column.starts.at(frame);
    starts[row + 1] = total;
  });
  const codes = new Uint32Array(total);
  let to = 0;
  for (const frame of best) {
    for (let at = column.starts.at(frame); at < column.starts.at(frame + 1); at += 1)
      codes[to++] = column.codes.at(at);
  }
  return { starts, codes, values: column.list.values };
}

function flagsOf(catalogue: Catalogue, best: Uint32Array): Uint8Array {
  const { flags } = catalogue.frames.numbers;
  const pairs: [number, number][] = [
    [FrameFlag.partialYes, Flag.partialYes],
    [FrameFlag.partialNo, Flag.partialNo],
    [FrameFlag.redactedYes, Flag.redactedYes],
    [FrameFlag.redactedNo, Flag.redactedNo],
    [FrameFlag.warned, Flag.warned],
  ];
  return Uint8Array.from(best, (frame, row) => {
    const own = flags.at(frame);
    let all = catalogue.rowWithdrawn.at(row) === 1 ? Flag.withdrawn : 0;
    for (const [from, to] of pairs) if ((own & from) !== 0) all |= to;
    return all;
  });
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
  const best = new Uint32Array(rows);
  const cable = new Uint32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    best[row] = catalogue.rowBest.at(row);
    // A cable's code counts from 1, since 0 is the empty value.
    cable[row] = catalogue.rowCable.at(row) - 1;
  }
  const flags = flagsOf(catalogue, best);
  const ids = frames.codes.cable.list.values;
  const cables = ids.length - 1;
  for (let code = 1; code <= cables; code += 1) {
    const shown = catalogue.versions(code)[0];
    if (shown !== undefined) flags[shown] = (flags[shown] ?? 0) | Flag.shown;
  }
  const int = (column: NumberColumn) => Int32Array.from(best, frame => column.at(frame));
  const columns: Columns = {
    rows,
    cables,
    cable,
    flags,
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
    subject: row => frames.texts.subject[best[row] ?? 0] ?? '',
    key: row => frames.checksums.key.at(best[row] ?? 0),
  };
  return { columns, best };
}
