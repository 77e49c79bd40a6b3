/** `valise import ARCHIVE PATH...` */
import { Exit } from '../exit-codes.ts';
import { receiptText, refusalText } from '../text/receipt-text.ts';
import { linesOf, receiptJson } from '../text/whole-receipt.ts';
import { withWritingOptions, writing } from './command.ts';
import type { AddCommand, Choose, WritingOptions } from './command.ts';

export function addImportCommand(add: AddCommand, choose: Choose): void {
  withWritingOptions(add('import', 'import files and folders; makes the archive where there is none'))
    .argument('<archive>', 'folder of the archive')
    .argument('<path...>', 'files and folders to import')
    .action((folder: string, paths: string[], options: WritingOptions) =>
      choose(({ terminal, job, withArchive }) =>
        withArchive(folder, { ...writing(options), make: true, mustWrite: true }, async archive => {
          const receipt = await archive.import(
            paths.map(path => ({ path })),
            job,
          );
          if (terminal.json) {
            for await (const line of receiptJson(archive, receipt)) await terminal.line(line);
          } else {
            await terminal.line(receiptText(receipt));
            for await (const line of linesOf(archive, receipt, 'rejected'))
              await terminal.line(refusalText(line));
          }
          if (receipt.state === 'cancelled') return Exit.cancelled;
          return receipt.counts.rejected > 0 ? Exit.faults : Exit.done;
        }),
      ),
    );
}
