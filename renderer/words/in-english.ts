/** What is in English whatever language the window has: texts of cables, and what the lists of codes say of them. */

/** The attributes of an element that shows such a text, so that it is spoken as what it is; never of one with a name of ours. */
export const inEnglish = { lang: 'en' } as const;
