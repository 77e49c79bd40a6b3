/** The person's own work as a copy takes it along. */
import { emptyNotes } from '../model/notes.ts';
import type { Notes } from '../model/notes.ts';
import type { Work } from '../model/work.ts';
import type { Disk } from '../store/disk.ts';
import { sealJson } from '../store/durable-json.ts';
import { Names, within } from '../store/layout.ts';

/** What is asked of the person's desk. */
interface Desk {
  all(): Promise<Pick<Work, 'place'>>;
  read(): Notes;
}

/** The bytes of notes.json as they are; where changes wait beside the settings, with these merged into it. */
export async function notesToCopy(disk: Disk, folder: string, desk: Desk): Promise<Buffer> {
  const { place } = await desk.all();
  const notes = place === 'overlay' ? null : await disk.readFile(within(folder, Names.notes));
  return (
    notes ?? Buffer.from(sealJson(place === 'overlay' ? desk.read() : emptyNotes(desk.read().archive), 1))
  );
}
