/** Collects the text of rows in memory and writes them as one immutable segment. Works in a worker thread. */
import type { RowText } from '../../model/columns.ts';
import { Pace } from '../pace.ts';
import { encodeWord } from './encode.ts';
import type { SegmentInfo } from './info.ts';
import { Lexer } from './lexer.ts';
import { Occurrences } from './occurrences.ts';
import { PostingsWriter } from './postings-writer.ts';
import { nodeSegmentDisk } from './segment-disk.ts';
import type { SegmentDisk } from './segment-disk.ts';
import { Space } from './space.ts';
import { TermTable } from './term-table.ts';

/**
 * When a builder holds so much it should be finished: about 20,000 cables, and twice that memory while it is written. It
 * is what each of two threads gets between two commits of an import, which end a segment anyhow: so that leaves one each.
 */
export const SEGMENT_BYTES = 96 * 1024 * 1024;

export class SegmentBuilder {
  private readonly table = new TermTable();
  private readonly occurrences = new Occurrences();
  private readonly lexer = new Lexer(this.table, this.occurrences);
  private readonly rows: number[] = [];

  /** memory held, in bytes */
  get bytes(): number {
    return this.occurrences.count * 4 + this.rows.length * 40 + this.table.bytes;
  }

  /** how many rows it holds */
  get size(): number {
    return this.rows.length;
  }

  /** Takes the text of a row. Each row once, in any order. */
  add(row: number, text: RowText): void {
    const { lexer, occurrences } = this;
    this.rows.push(row);
    occurrences.beginRow();
    lexer.words(text.subject);
    occurrences.bound();
    lexer.words(text.body);
    // the marks are read from the body that the lexer has at hand, so they come before the header
    occurrences.bound();
    lexer.marks();
    occurrences.bound();
    lexer.header(text.header);
    occurrences.bound();
  }

  /**
   * Writes `name.terms`, `name.postings` and `name.positions` into the folder, synced, and empties the builder, which
   * takes no rows meanwhile.
   */
  async finish(folder: string, name: string, disk: SegmentDisk = nodeSegmentDisk): Promise<SegmentInfo> {
    const { table, occurrences, rows } = this;
    const order = table.sorted();
    const byTerm = occurrences.byTerm(order, table.counts, table.headerWords, table.markWords);
    const word = new Uint8Array(table.longest + 1);
    const ownSpace = table.headerWords + table.markWords;
    const writer = new PostingsWriter(disk, folder, name);
    const pace = new Pace();
    try {
      for (let rank = 0; rank < order.length; rank++) {
        const term = order[rank] ?? 0;
        writer.beginTerm();
        encodeWord(byTerm, rank, writer);
        // the words of the header come first, then the marks; words of the text have no space before them
        const inText = rank >= ownSpace;
        word[0] = rank < table.headerWords ? Space.header : Space.mark;
        writer.endTerm(word, inText ? 1 : 0, table.write(term, word, 1));
        if ((rank & 255) === 0 && pace.due) await pace.breathe();
      }
      return writer.finish(Uint32Array.from(rows));
    } catch (error) {
      writer.abandon();
      throw error;
    } finally {
      table.clear();
      occurrences.clear();
      rows.length = 0;
    }
  }
}
