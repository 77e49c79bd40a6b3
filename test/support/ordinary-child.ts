/**
 * Opens an archive as an ordinary user and tries everything: `FOLDER CSV OVERLAYS`. Prints what came of it as JSON. A test
 * that runs as root, who may write anything, starts it as somebody else.
 */
import { openArchive } from '../../archive/open.ts';

const [, , folder = '', csv = '', overlayFolder = ''] = process.argv;

const codeOf = (thrown: unknown) =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);

async function main(): Promise<void> {
  const archive = await openArchive(folder, { program: 'Valise test', overlayFolder });
  const { readOnly, notices, cables } = archive.info();
  const { total } = await archive.search({ query: 'generated' });
  const refused: string[] = [];
  const refuses = async (work: Promise<unknown>) => refused.push(await work.then(() => 'done', codeOf));
  await refuses(archive.import([{ path: csv }]));
  await refuses(archive.withdraw('05HANOI1', 'GENERATED'));
  await refuses(archive.rebuild());
  await archive.work.edit({ kind: 'add-note', cable: '05HANOI1', text: 'GENERATED beside' });
  const { notes } = await archive.work.all();
  const { ok } = await archive.verify();
  await archive.close();
  const codes = notices.map(({ code }) => code);
  const texts = notes.map(({ text }) => text);
  process.stdout.write(JSON.stringify({ readOnly, codes, cables, total, refused, texts, ok }));
}

void main().catch(thrown => {
  console.error(thrown);
  process.exitCode = 1;
});
