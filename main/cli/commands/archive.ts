/** The commands that look after an archive: verify, rebuild, withdraw, restore. */
import { Exit } from '../exit-codes.ts';
import { withWritingOptions, writing } from './command.ts';
import type { AddCommand, Choose, WritingOptions } from './command.ts';

export function addArchiveCommands(add: AddCommand, choose: Choose): void {
  withWritingOptions(add('verify', 'check every file against its checksum'))
    .argument('<archive>', 'folder of the archive')
    .action((folder: string, options: WritingOptions) =>
      choose(({ terminal, job, withArchive }) =>
        withArchive(folder, writing(options), async archive => {
          const report = await archive.verify(job);
          for (const notice of report.notices) terminal.say(notice.message);
          if (terminal.json) {
            await terminal.value(report);
          } else {
            for (const fault of report.faults) await terminal.line(`${fault.file}: ${fault.message}`);
            const amount = `${report.records} records, ${report.bytes} bytes`;
            await terminal.line(report.ok ? `All is well: ${amount}.` : `Not well: ${amount} checked.`);
          }
          return report.ok ? Exit.done : Exit.faults;
        }),
      ),
    );

  withWritingOptions(add('rebuild', 'make the index again from the text'))
    .argument('<archive>', 'folder of the archive')
    .action((folder: string, options: WritingOptions) =>
      choose(({ terminal, job, withArchive }) =>
        withArchive(folder, { ...writing(options), mustWrite: true }, async archive => {
          const info = await archive.rebuild(job);
          if (terminal.json) await terminal.value(info);
          else await terminal.line(`Rebuilt: ${info.cables} cables, ${info.records} records.`);
          return Exit.done;
        }),
      ),
    );

  withWritingOptions(add('withdraw', 'take back an import or a cable; nothing is erased'))
    .argument('<archive>', 'folder of the archive')
    .argument('<target>', "a receipt's or a cable's id")
    .option('--reason <text>', 'why', '')
    .action((folder: string, target: string, options: WritingOptions & { reason: string }) =>
      choose(({ terminal, withArchive }) =>
        withArchive(folder, { ...writing(options), mustWrite: true }, async archive => {
          const records = await archive.withdraw(target, options.reason);
          if (terminal.json) await terminal.value({ records });
          else await terminal.line(`Withdrawn: ${records} records. valise restore brings them back.`);
          return Exit.done;
        }),
      ),
    );

  withWritingOptions(add('restore', 'bring back what was withdrawn'))
    .argument('<archive>', 'folder of the archive')
    .argument('<target>', "a receipt's or a cable's id")
    .action((folder: string, target: string, options: WritingOptions) =>
      choose(({ terminal, withArchive }) =>
        withArchive(folder, { ...writing(options), mustWrite: true }, async archive => {
          const records = await archive.restore(target);
          if (terminal.json) await terminal.value({ records });
          else await terminal.line(`Restored: ${records} records.`);
          return Exit.done;
        }),
      ),
    );
}
