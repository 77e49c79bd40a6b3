/** The texts of rows for the search, out of the packs. */
import type { RowText, TextReader } from '../model/columns.ts';
import { isLost } from './pack-reader.ts';
import type { Store } from './store.ts';

/** so many are read at a time: each can be in another pack, and a system lets few files be open */
const AT_ONCE = 16;

/** Reads what each row showed at the last commit. A damaged text reads as empty: the search goes on without it. */
export function rowTexts(store: Store): TextReader {
  return {
    async texts(rows) {
      const { catalogue, reader, view } = store;
      const textOf = async (row: number): Promise<RowText> => {
        const shown = view.best[row] ?? 0;
        const frame = catalogue.textOf(shown);
        const subject = catalogue.frames.texts.subject.at(shown);
        if (frame === null) return { subject, header: '', body: '' };
        try {
          return { subject, ...(await reader.text(catalogue.frames.location(frame))) };
        } catch (thrown) {
          if (!isLost(thrown)) throw thrown;
          return { subject, header: '', body: '' };
        }
      };
      const texts: RowText[] = [];
      for (let at = 0; at < rows.length; at += AT_ONCE) {
        texts.push(...(await Promise.all(rows.slice(at, at + AT_ONCE).map(textOf))));
      }
      return texts;
    },
  };
}
