/** Deutsch: proof that no text stands outside the catalogue. */
import { archive } from './german/archive.ts';
import { cable } from './german/cable.ts';
import { finding } from './german/finding.ts';
import { dossiers } from './german/dossiers.ts';
import { graph } from './german/graph.ts';
import { keys } from './german/keys.ts';
import { mistakes } from './german/mistakes.ts';
import { library } from './german/library.ts';
import { passages } from './german/passages.ts';
import { reading } from './german/reading.ts';
import { receipts } from './german/receipts.ts';
import { search } from './german/search.ts';
import { shell } from './german/shell.ts';
import { title } from './german/title.ts';
import { versions } from './german/versions.ts';
import { work } from './german/work.ts';
import type { Words } from './en.ts';

export const de: Words = {
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
};
