/** The title of the window: what it shows, then the program. */
export const title = {
  'title.of': '{what} – Valise',
  'title.search': 'Search: {query}',
  'title.cable': '{id} – {subject}',
  'title.dossier': '{name} – Dossiers',
} as const;
