/** The title of the window, in German. */
import type { title as english } from '../english/title.ts';

export const title: Record<keyof typeof english, string> = {
  'title.of': '{what} – Valise',
  'title.search': 'Suche: {query}',
  'title.cable': '{id} – {subject}',
  'title.dossier': '{name} – Dossiers',
};
