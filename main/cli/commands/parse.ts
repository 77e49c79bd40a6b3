/** `valise parse PATH...`: needs no archive; a JSON object a line for every cable, and for every refusal, each on its side. */
import { readGiven } from '../../../archive/formats/index.ts';
import type { Refusal } from '../../../archive/model/raw.ts';
import { parseCable } from '../../../archive/text/index.ts';
import { Exit } from '../exit-codes.ts';
import type { AddCommand, Choose } from './command.ts';

export function addParseCommand(add: AddCommand, choose: Choose): void {
  add('parse', 'read files without an archive: one JSON object a line for every cable')
    .argument('<path...>', 'files and folders to read')
    .action((paths: string[]) =>
      choose(async ({ terminal, job }) => {
        let refused = false;
        for await (const item of readGiven(
          paths.map(path => ({ path })),
          job,
        )) {
          if (item.kind === 'cable') {
            await terminal.line(JSON.stringify(parseCable(item.cable)));
          } else {
            refused = true;
            terminal.say(JSON.stringify({ error: refusalOf(item.refusal) }));
          }
        }
        return refused ? Exit.faults : Exit.done;
      }),
    );
}

function refusalOf({ code, message, place }: Refusal): Record<string, string | number | null> {
  return { code, message, file: place.file, row: place.row, member: place.member };
}
