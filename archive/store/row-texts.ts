/** The texts of rows for the search, out of the packs. */
import { ArchiveError } from '../errors.ts';
import type { RowText, TextReader } from '../model/columns.ts';
import type { Store } from './store.ts';

/** Reads what each row showed at the last commit. A damaged text reads as empty: the search goes on without it. */
export function rowTexts(store: Store): TextReader {
  return {
    async texts(rows) {
      const { catalogue, reader, view } = store;
      const texts: RowText[] = [];
      for (const row of rows) {
        const shown = view.best[row] ?? 0;
        const frame = catalogue.textOf(shown);
        const subject = catalogue.frames.texts.subject.at(shown);
        try {
          if (frame === null) texts.push({ subject, header: '', body: '' });
          else texts.push({ subject, ...(await reader.text(catalogue.frames.location(frame))) });
        } catch (thrown) {
          if (!(thrown instanceof ArchiveError) || thrown.code !== 'archive-damaged') throw thrown;
          texts.push({ subject, header: '', body: '' });
        }
      }
      return texts;
    },
  };
}
