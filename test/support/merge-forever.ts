/** Merges segments, over and over, until it is killed: `merge-forever FOLDER SEGMENTS.json`. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { mergeSegments, SegmentInfoSchema } from '../../archive/search/index.ts';

async function main([folder = '', list = '']: string[]): Promise<void> {
  const segments = z.array(SegmentInfoSchema).parse(JSON.parse(readFileSync(list, 'utf8')));
  process.stdout.write('merging\n');
  for (;;) await mergeSegments(folder, [...segments, ...segments, ...segments], 'forever');
}

void main(process.argv.slice(2));
