/** Collects the text of rows in memory and writes them as one immutable segment. Works in a worker thread. */
import type { RowText } from '../../model/columns.ts';
import { Pace } from '../pace.ts';
import { encodeBody, encodeHeader } from './encode.ts';
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
    occurrences.begin();
    lexer.words(text.subject);
    occurrences.begin();
    lexer.words(text.body);
    // the marks are read from the body that the lexer has at hand, so they come before the header
    occurrences.begin();
    lexer.marks();
    occurrences.begin();
    lexer.header(text.header);
  }

  /**
   * Writes `name.terms`, `name.postings` and `name.positions` into the folder, synced, and empties the builder, which
   * takes no rows meanwhile.
   */
  async finish(folder: string, name: string, disk: SegmentDisk = nodeSegmentDisk): Promise<SegmentInfo> {
    const { table, occurrences, rows } = this;
    const byTerm = occurrences.byTerm(table.count);
    const writer = new PostingsWriter(disk, folder, name);
    const pace = new Pace();
    try {
      for (const term of table.sorted()) {
        const start = table.offsets[term] ?? 0;
        const first = table.words[start] ?? 0;
        writer.beginTerm();
        if (first > Space.mark) encodeBody(byTerm, term, writer);
        else encodeHeader(byTerm, term, first === Space.mark, writer);
        writer.endTerm(table.words, start, table.offsets[term + 1] ?? 0);
        if (pace.due) await pace.breathe();
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
