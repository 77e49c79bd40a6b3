/** `valise export ARCHIVE [ID...] --format FORMAT --out FILE` */
import { existsSync } from 'node:fs';
import { Option } from 'commander';
import type { Archive, Job } from '../../../archive/archive.ts';
import { ArchiveError } from '../../../archive/errors.ts';
import { exportCables } from '../../../archive/export/export-cables.ts';
import { writeWholeFile } from '../../../archive/export/whole-file.ts';
import { ExportFormats } from '../../../archive/model/handing-over.ts';
import type { CopyReport, ExportFormat } from '../../../archive/model/handing-over.ts';
import { readingOf } from '../../../archive/reader/reading.ts';
import { archivalCopy } from '../../../archive/worker/archival-copy.ts';
import { choiceOf } from '../../../archive/worker/choice.ts';
import { PROGRAM } from '../../program.ts';
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
  { signal }: Job,
): Promise<number> {
  const [first, ...others] = ids;
  if (first === undefined || others.length > 0)
    throw new ArchiveError('not-yet', 'Several cables in one PDF are not built yet. Export them one by one.');
  const [id, key] = choiceOf(first);
  const cable = await archive.show(id, key);
  // Fonts and the browser's ways are much to load for the commands that don't print.
  const { documentOf } = await import('../../print-cable.ts');
  const { printWithChromium } = await import('../../print/print-pdf.ts');
  const document = await documentOf(cable, readingOf(cable));
  const pdf = await printWithChromium(document, { signal });
  const version = key === undefined ? { id } : { id, key };
  const copy = await archivalCopy(archive, { ...version, pdf, title: document.title, program: PROGRAM });
  await writeWholeFile(out, once(copy), replace);
  return 1;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
