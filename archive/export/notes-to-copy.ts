/** The person's own work as a copy takes it along. */
import type { Notes } from '../model/notes.ts';
import type { Work } from '../model/work.ts';
import type { Disk } from '../store/disk.ts';
import { sealJson, unsealValue } from '../store/durable-json.ts';
import { Names, within } from '../store/layout.ts';

/** What is asked of the person's desk. */
interface Desk {
  all(): Promise<Pick<Work, 'place'>>;
  read(): Notes;
}

/** Whether the file is one of notes that is not damaged, whichever program wrote it. */
function isWhole(bytes: Buffer): boolean {
  try {
    unsealValue(bytes.toString('utf8'), Names.notes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The bytes of notes.json as they are. Where they are gone or damaged, what was recovered of them; where changes wait
 * beside the settings, with these merged into it.
 */
export async function notesToCopy(disk: Disk, folder: string, desk: Desk): Promise<Buffer> {
  const { place } = await desk.all();
  const notes = place === 'overlay' ? null : await disk.readFile(within(folder, Names.notes));
  return notes !== null && isWhole(notes) ? notes : Buffer.from(sealJson(desk.read(), 1));
}
