/** Every text of the window, in English, as ICU messages. Other languages translate exactly these. */
import { archive } from './english/archive.ts';
import { cable } from './english/cable.ts';
import { finding } from './english/finding.ts';
import { dossiers } from './english/dossiers.ts';
import { graph } from './english/graph.ts';
import { keys } from './english/keys.ts';
import { mistakes } from './english/mistakes.ts';
import { library } from './english/library.ts';
import { passages } from './english/passages.ts';
import { reading } from './english/reading.ts';
import { receipts } from './english/receipts.ts';
import { search } from './english/search.ts';
import { shell } from './english/shell.ts';
import { title } from './english/title.ts';
import { versions } from './english/versions.ts';
import { work } from './english/work.ts';

export const en = {
  ...shell,
  ...search,
  ...cable,
  ...archive,
  ...library,
  ...finding,
  ...mistakes,
  ...graph,
  ...keys,
  ...passages,
  ...reading,
  ...versions,
  ...work,
  ...dossiers,
  ...receipts,
  ...title,
} as const;

export type WordKey = keyof typeof en;
export type Words = Record<WordKey, string>;
