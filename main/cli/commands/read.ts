/** The commands that read an archive and leave it untouched: list, search, show, stats, cite. */
import { InvalidArgumentError, Option } from 'commander';
import { cableText } from '../../../archive/export/cable-text.ts';
import { choiceOf } from '../../../archive/worker/choice.ts';
import { citeChosen } from '../../../archive/worker/citation.ts';
import { CiteStyles } from '../../../archive/model/handing-over.ts';
import type { CiteStyle } from '../../../archive/model/handing-over.ts';
import { FacetNames } from '../../../archive/model/search.ts';
import type { Sort } from '../../../archive/model/search.ts';
import { Exit } from '../exit-codes.ts';
import { hitsText } from '../text/hits-text.ts';
import { reading, wholeNumber } from './command.ts';
import type { AddCommand, Choose } from './command.ts';

interface SearchOptions {
  limit: number;
  offset: number;
  sort: Sort;
  facets?: boolean;
}

export function addReadCommands(add: AddCommand, choose: Choose): void {
  add('list', 'list every cable, one JSON object a line, oldest first')
    .argument('<archive>', 'folder of the archive')
    .action((folder: string) =>
      choose(({ terminal, job, withArchive }) =>
        withArchive(folder, reading, async archive => {
          for await (const summary of archive.list()) {
            if (job.signal.aborted) return Exit.cancelled;
            await terminal.line(JSON.stringify(summary));
          }
          return Exit.done;
        }),
      ),
    );

  add('search', 'search; a query that begins with - goes after --')
    .argument('<archive>', 'folder of the archive')
    .argument('<query>', 'words, "a phrase", origin and date: see the help on searching')
    .option('--limit <number>', 'at most so many results', limit, 20)
    .option('--offset <number>', 'leave out so many results', wholeNumber, 0)
    .addOption(
      new Option('--sort <order>', 'order of the results')
        .choices(['relevance', 'date', '-date', 'origin'])
        .default('relevance'),
    )
    .option('--facets', 'count the values of each facet')
    .action((folder: string, query: string, options: SearchOptions) =>
      choose(({ terminal, job, withArchive }) =>
        withArchive(folder, reading, async archive => {
          const { limit, offset, sort, facets } = options;
          const request = { query, limit, offset, sort, facets: facets === true ? [...FacetNames] : [] };
          const result = await archive.search(request, job);
          for (const problem of result.problems) terminal.say(problem.message);
          if (terminal.json) await terminal.value(result);
          else await terminal.line(hitsText(result));
          return Exit.done;
        }),
      ),
    );

  add('show', 'show a cable, or with ID@KEY one of its versions')
    .argument('<archive>', 'folder of the archive')
    .argument('<id>', 'the cable, in any case; KEY is its checksum')
    .action((folder: string, id: string) =>
      choose(({ terminal, withArchive }) =>
        withArchive(folder, reading, async archive => {
          const cable = await archive.show(...choiceOf(id));
          if (terminal.json) await terminal.value(cable);
          else await terminal.line(cableText(cable));
          return Exit.done;
        }),
      ),
    );

  add('stats', 'count what the archive holds')
    .argument('<archive>', 'folder of the archive')
    .action((folder: string) =>
      choose(({ terminal, withArchive }) =>
        withArchive(folder, reading, async archive => {
          await terminal.value(archive.stats());
          return Exit.done;
        }),
      ),
    );

  add('cite', 'cite cables: as a note, or for reference managers')
    .argument('<archive>', 'folder of the archive')
    .argument('<id...>', 'the cables; ID@KEY for a version')
    .addOption(new Option('--style <style>', 'form of the citation').choices(CiteStyles).default('chicago'))
    .action((folder: string, ids: string[], { style }: { style: CiteStyle }) =>
      choose(({ terminal, withArchive }) =>
        withArchive(folder, reading, async archive => {
          const text = await citeChosen(archive, ids, style);
          if (terminal.json) await terminal.value({ text });
          else await terminal.line(text.replace(/\r?\n$/, ''));
          return Exit.done;
        }),
      ),
    );
}

function limit(value: string): number {
  const number = wholeNumber(value);
  if (number > 1000) throw new InvalidArgumentError('At most 1000 at a time; --offset gives the rest.');
  return number;
}
