/** The name that an export is saved under unless the person says otherwise. */
import { choiceOf } from '../archive/worker/choice.ts';
import type { ExportFormat } from '../archive/model/handing-over.ts';
import { folderName } from './folder-name.ts';

const ENDINGS: Readonly<Record<ExportFormat, string>> = {
  pdf: '.pdf',
  text: '.txt',
  json: '.json',
  ndjson: '.ndjson',
  csv: '.csv',
  bag: '',
};

/** `05HANOI841.csv`, `12 cables.json`; a bag is a folder and has no ending. */
export function exportName(choices: readonly string[], format: ExportFormat): string {
  const [first = ''] = choices;
  const name = choices.length === 1 ? choiceOf(first)[0] : `${choices.length} cables`;
  return `${folderName(name)}${ENDINGS[format]}`;
}
