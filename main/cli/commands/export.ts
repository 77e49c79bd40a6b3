/** `valise export ARCHIVE [ID...] --format FORMAT --out FILE` */
import { existsSync } from 'node:fs';
import { Option } from 'commander';
import type { Archive } from '../../../archive/archive.ts';
import { ArchiveError } from '../../../archive/errors.ts';
import { exportCables } from '../../../archive/export/export-cables.ts';
import { ExportFormats, MOST_PRINTED } from '../../../archive/model/handing-over.ts';
import type { ShownCable } from '../../../archive/model/archive.ts';
import type { CopyReport, ExportFormat } from '../../../archive/model/handing-over.ts';
import { readingOf } from '../../../archive/reader/reading.ts';
import { archivalCopies } from '../../../archive/worker/archival-copy.ts';
import { choiceOf } from '../../../archive/worker/choice.ts';
import { Exit } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { reading } from './command.ts';
import type { AddCommand, Choose } from './command.ts';

interface ExportOptions {
  format: ExportFormat;
  out: string;
  force?: boolean;
  withoutNotes?: boolean;
}

export function addExportCommand(add: AddCommand, choose: Choose): void {
  add('export', 'write cables to a file; without ids all of them')
    .argument('<archive>', 'folder of the archive')
    .argument('[id...]', 'the cables; ID@KEY for a version')
    .addOption(
      new Option('--format <format>', 'form of the file').choices(ExportFormats).makeOptionMandatory(),
    )
    .requiredOption(
      '--out <file>',
      `the file to write; for a bag the folder, new or empty; more than ${MOST_PRINTED} cables as PDF go into FILE-1-of-3.pdf and on`,
    )
    .option('--force', 'write over a file that is there')
    .option('--without-notes', 'bag: leave your notes behind; the copy is an archive of its own')
    .action((folder: string, ids: string[], { format, out, force, withoutNotes }: ExportOptions) =>
      choose(({ terminal, job, withArchive }) => {
        if (format === 'bag')
          return withArchive(folder, reading, async archive => {
            const choices = ids.length === 0 ? null : ids;
            const notes = choices === null && withoutNotes !== true;
            return told(terminal, out, await archive.copyTo(out, { notes, choices }, job));
          });
        if (force !== true && existsSync(out))
          throw new ArchiveError('bad-request', `${out} is there already. Say --force to write over it.`);
        return withArchive(folder, reading, async archive => {
          const wish = { choices: ids.length === 0 ? null : ids, out, replace: force === true };
          if (format === 'pdf') return printedTo(terminal, await exportPdf(archive, ids, wish, job));
          const cables = await exportCables(archive, { ...wish, format }, job);
          if (terminal.json) await terminal.value({ file: out, format, cables });
          else terminal.say(`Written: ${out}`);
          return Exit.done;
        });
      }),
    );
}

/** Tells of a copy, and of the damage that the archive has and the copy too. */
async function told(terminal: Terminal, out: string, report: CopyReport): Promise<number> {
  if (terminal.json) await terminal.value({ file: out, format: 'bag', ...report });
  else {
    terminal.say(`Copied and checked: ${out}, ${report.cables} cables.`);
    for (const { message } of report.faults) terminal.say(message);
  }
  return report.faults.length === 0 ? Exit.done : Exit.faults;
}

interface PrintedFiles {
  files: readonly string[];
  cables: number;
  /** how many files it would have been, had nobody stopped it */
  of: number;
}

async function printedTo(terminal: Terminal, { files, cables, of }: PrintedFiles): Promise<number> {
  const [file = ''] = files;
  if (terminal.json) await terminal.value({ file, format: 'pdf', cables, files });
  else for (const each of files) terminal.say(`Written: ${each}`);
  return files.length < of ? Exit.cancelled : Exit.done;
}

/** Prints the cables into one file, or into volumes beside each other where they are more than one file takes. */
async function exportPdf(
  archive: Archive,
  ids: readonly string[],
  { out, replace }: { out: string; replace: boolean },
  { signal }: { signal: AbortSignal },
): Promise<PrintedFiles> {
  if (ids.length === 0) throw new ArchiveError('bad-request', 'Name the cables that are to be printed.');
  // Fonts and the browser's ways are much to load for the commands that don't print.
  const { printChosen } = await import('../../print-cables.ts');
  const { printVolumes, volumesOf } = await import('../../print-volumes.ts');
  const { withPrinter } = await import('../../print/print-pdf.ts');
  const reader = {
    show: (id: string, key?: string) => archive.show(id, key),
    reading: async (cable: ShownCable) => readingOf(cable),
  };
  for (const id of ids) await archive.show(...choiceOf(id));
  const several = ids.length > MOST_PRINTED;
  const volumes = several
    ? volumesOf(ids, out.replace(/\.pdf$/i, ''))
    : [{ path: out, choices: ids, label: '' }];
  const there = replace ? undefined : volumes.find(({ path }) => existsSync(path));
  if (there !== undefined)
    throw new ArchiveError('bad-request', `${there.path} is there already. Say --force to write over it.`);
  const finished = await printVolumes(volumes, {
    signal,
    replace,
    async print({ choices, label }) {
      const wish = several ? { signal, volume: label } : { signal };
      const printed = await withPrinter(print => printChosen(reader, choices, print, wish), { signal });
      return archivalCopies(archive, printed);
    },
  });
  const made = volumes.slice(0, finished);
  const cables = made.reduce((sum, { choices }) => sum + choices.length, 0);
  return { files: made.map(({ path }) => path), cables, of: volumes.length };
}
