/** `valise export ARCHIVE [ID...] --format FORMAT --out FILE` */
import { existsSync } from 'node:fs';
import { Option } from 'commander';
import type { Archive } from '../../../archive/archive.ts';
import { ArchiveError } from '../../../archive/errors.ts';
import { exportCables } from '../../../archive/export/export-cables.ts';
import { writeWholeFile } from '../../../archive/export/whole-file.ts';
import { ExportFormats } from '../../../archive/model/handing-over.ts';
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
    .requiredOption('--out <file>', 'the file to write; for a bag the folder, new or empty')
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
          const cables =
            format === 'pdf'
              ? await exportPdf(archive, ids, wish, job)
              : await exportCables(archive, { ...wish, format }, job);
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

/** Prints the cables; answers how many they are. */
async function exportPdf(
  archive: Archive,
  ids: readonly string[],
  { out, replace }: { out: string; replace: boolean },
  { signal }: { signal: AbortSignal },
): Promise<number> {
  if (ids.length === 0) throw new ArchiveError('bad-request', 'Name the cables that are to be printed.');
  // Fonts and the browser's ways are much to load for the commands that don't print.
  const { printChosen } = await import('../../print-cables.ts');
  const { withPrinter } = await import('../../print/print-pdf.ts');
  const reader = {
    show: (id: string, key?: string) => archive.show(id, key),
    reading: async (cable: ShownCable) => readingOf(cable),
  };
  for (const id of ids) await archive.show(...choiceOf(id));
  const printed = await withPrinter(print => printChosen(reader, ids, print, { signal }), { signal });
  await writeWholeFile(out, once(await archivalCopies(archive, printed)), replace);
  return ids.length;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
