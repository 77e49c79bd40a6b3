/** `npx tsx test/support/write-corpus.ts FILE COUNT` writes a `cables.csv` of generated cables by hand. */
import { writeCablesCsv } from './cables-csv.ts';

const [, , file, count] = process.argv;
if (file === undefined) throw new Error('Name the file to write and how many cables: FILE COUNT');
void writeCablesCsv(file, Number(count ?? 1000));
