/**
 * A program that notes things in an archive until it is killed: `FOLDER OVERLAYS SEED read|write`. After each change
 * that was answered it prints a line, so that the one who kills it knows what must be there.
 */
import { openArchive } from '../../archive/open.ts';
import { Random } from './random.ts';

const [, , folder = '', overlayFolder = '', seed = '1', how = 'write'] = process.argv;
const random = new Random(Number(seed));

async function main(): Promise<void> {
  const archive = await openArchive(folder, {
    program: 'Valise test',
    readOnly: how === 'read',
    overlayFolder,
  });
  const tell = (...words: string[]) => process.stdout.write(`${words.join(' ')}\n`);
  tell('opened');
  const { made } = await archive.work.edit({ kind: 'add-dossier', name: `D${seed}` });
  tell('dossier', `D${seed}`);
  for (let round = 0; ; round += 1) {
    const text = `GENERATED-${seed}-${round}`;
    const kind = random.below(4);
    if (kind === 0 && made !== null) {
      const cable = `05HANOI${seed}${String(round).padStart(5, '0')}`;
      await archive.work.edit({ kind: 'add-to-dossier', dossier: made, cables: [cable] });
      tell('cable', cable);
    } else if (kind === 1) {
      await archive.work.edit({ kind: 'add-note', cable: '05HANOI2', text: `${text}-undone` });
      await archive.work.undo();
      tell('undone', `${text}-undone`);
    } else {
      await archive.work.edit({ kind: 'add-note', cable: '05HANOI1', text });
      tell('note', text);
    }
  }
}

void main().catch(thrown => {
  console.error(thrown);
  process.exitCode = 1;
});
