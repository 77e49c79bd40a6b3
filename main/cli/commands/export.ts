/** `valise export ARCHIVE ID... --format FORMAT --out FILE` */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Option } from 'commander';
import type { Archive } from '../../../archive/archive.ts';
import { ArchiveError } from '../../../archive/errors.ts';
import type { ShownCable } from '../../../archive/model/archive.ts';
import { archivalCopy } from '../../../archive/worker/archival-copy.ts';
import { readingOf } from '../../../archive/reader/reading.ts';
import { PROGRAM } from '../../program.ts';
import { Exit } from '../exit-codes.ts';
import { cableText } from '../text/cable-text.ts';
import { reading } from './command.ts';
import type { AddCommand, Choose } from './command.ts';
import { versionOf } from './read.ts';

const FORMATS = ['pdf', 'text', 'json', 'ndjson', 'csv', 'bag'] as const;
type Format = (typeof FORMATS)[number];

interface ExportOptions {
  format: Format;
  out: string;
  force?: boolean;
}

export function addExportCommand(add: AddCommand, choose: Choose): void {
  add('export', 'write cables to a file')
    .argument('<archive>', 'folder of the archive')
    .argument('<id...>', 'the cables; ID@KEY for a version')
    .addOption(new Option('--format <format>', 'form of the file').choices(FORMATS).makeOptionMandatory())
    .requiredOption('--out <file>', 'the file to write')
    .option('--force', 'write over a file that is there')
    .action((folder: string, ids: string[], { format, out, force }: ExportOptions) =>
      choose(({ terminal, job, withArchive }) => {
        if (format === 'csv' || format === 'bag')
          throw new ArchiveError('not-yet', `Exporting as ${format} is not built yet.`);
        if (force !== true && existsSync(out))
          throw new ArchiveError('bad-request', `${out} is there already. Say --force to write over it.`);
        return withArchive(folder, reading, async archive => {
          const content = await writers[format](archive, ids, job.signal);
          await writeWhole(out, content, force === true);
          if (terminal.json) await terminal.value({ file: out, format, cables: ids.length });
          else terminal.say(`Written: ${out}`);
          return Exit.done;
        });
      }),
    );
}

type Writer = (archive: Archive, ids: readonly string[], signal: AbortSignal) => Promise<string | Uint8Array>;

const writers: Readonly<Record<Exclude<Format, 'csv' | 'bag'>, Writer>> = {
  pdf: pdfOf,
  text: async (archive, ids) => (await shown(archive, ids)).map(cableText).join('\n'),
  json: async (archive, ids) => {
    const cables = await shown(archive, ids);
    return `${JSON.stringify(cables.length === 1 ? cables[0] : cables, null, 2)}\n`;
  },
  ndjson: async (archive, ids) =>
    (await shown(archive, ids)).map(cable => `${JSON.stringify(cable)}\n`).join(''),
};

async function pdfOf(archive: Archive, ids: readonly string[], signal: AbortSignal): Promise<Uint8Array> {
  const [first, ...others] = ids;
  if (first === undefined || others.length > 0)
    throw new ArchiveError('not-yet', 'Several cables in one PDF are not built yet. Export them one by one.');
  const [id, key] = versionOf(first);
  const cable = await archive.show(id, key);
  // Fonts and the browser's ways are much to load for the commands that don't print.
  const { documentOf } = await import('../../print-cable.ts');
  const { printWithChromium } = await import('../../print/print-pdf.ts');
  const document = await documentOf(cable, readingOf(cable));
  const pdf = await printWithChromium(document, { signal });
  const version = key === undefined ? { id } : { id, key };
  return archivalCopy(archive, { ...version, pdf, title: document.title, program: PROGRAM });
}

async function shown(archive: Archive, ids: readonly string[]): Promise<ShownCable[]> {
  const cables: ShownCable[] = [];
  for (const id of ids) cables.push(await archive.show(...versionOf(id)));
  return cables;
}

/** Without force the file is created exclusively: one that came up meanwhile is not written over either. */
async function writeWhole(file: string, content: string | Uint8Array, force: boolean): Promise<void> {
  try {
    await writeFile(file, content, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ArchiveError('io', `${file} could not be written: ${reason}`, undefined, error);
  }
}
