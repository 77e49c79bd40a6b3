/**
 * A program that notes things beside an archive, then opens it for writing and merges them, until it is killed:
 * `FOLDER OVERLAYS SEED [CHANGE]`. With CHANGE it is killed in the midst of that change on disk, counted from 1 from the
 * opening for writing on. It prints what was noted, `merging`, and `merged`.
 */
import { openArchive } from '../../archive/open.ts';
import { nodeDisk } from '../../archive/store/disk.ts';
import { dyingDisk } from './dying-disk.ts';

const [, , folder = '', overlayFolder = '', seed = '1', change] = process.argv;
const program = 'Valise test';
const tell = (...words: string[]) => process.stdout.write(`${words.join(' ')}\n`);

async function note(): Promise<void> {
  const archive = await openArchive(folder, { program, readOnly: true, overlayFolder });
  const { notes, dossiers } = await archive.work.all();
  const [first, second] = notes;
  // One note of an earlier time goes, another one changes.
  if (first !== undefined && notes.length > 6) {
    await archive.work.edit({ kind: 'delete-note', note: first.id });
    tell('deleted', first.text);
  }
  if (second !== undefined) {
    await archive.work.edit({ kind: 'change-note', note: second.id, text: `${second.text}+` });
    tell('deleted', second.text);
    tell('note', `${second.text}+`);
  }
  for (const number of [1, 2, 3]) {
    const text = `GENERATED-${seed}-${number}`;
    await archive.work.edit({ kind: 'add-note', cable: '05HANOI1', text });
    tell('note', text);
  }
  const dossier =
    dossiers[0]?.id ?? (await archive.work.edit({ kind: 'add-dossier', name: 'GENERATED' })).made ?? '';
  await archive.work.edit({ kind: 'add-to-dossier', dossier, cables: [`05HANOI${seed}`] });
  tell('cable', `05HANOI${seed}`);
  await archive.close();
}

async function main(): Promise<void> {
  await note();
  const disk = change === undefined ? nodeDisk : dyingDisk(Number(change));
  const archive = await openArchive(folder, { program, overlayFolder }, disk);
  tell('merging');
  await archive.work.mergeOverlay();
  tell('merged');
  // Whoever kills it may be late.
  setInterval(() => undefined, 1000);
}

void main().catch(thrown => {
  console.error(thrown);
  process.exitCode = 1;
});
