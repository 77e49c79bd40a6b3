/** The one way to a text: by its name in the catalogue, in the language that is set. */
import { IntlMessageFormat } from 'intl-messageformat';
import { useSettings } from '../state/settings.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Settings } from '../state/settings.ts';
import type { WordKey, Words } from './en.ts';

type Language = Settings['language'];

const catalogues: Record<Language, Words> = { en, de };
const made = new Map<string, IntlMessageFormat>();

/** The locale whose rules numbers and dates follow: British English, since dates read 11 April 2005. */
export const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : language);

/** The language that is set. */
export const language = (): Language => useSettings.getState().language;

/** A text of the catalogue with its values put in. The window is drawn anew when the language changes. */
export function say(key: WordKey, values?: Record<string, string | number>): string {
  const now = language();
  const name = `${now} ${key}`;
  let message = made.get(name);
  if (message === undefined) {
    message = new IntlMessageFormat(catalogues[now][key], localeOf(now));
    made.set(name, message);
  }
  return String(message.format(values));
}
