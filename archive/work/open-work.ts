/** Opens the person's work of an archive: where it lies, and what waits to be merged. */
import type { Notice, ShownCable } from '../model/archive.ts';
import type { Disk } from '../store/disk.ts';
import { errorShape } from '../errors.ts';
import type { OpenNotes } from '../store/notes.ts';
import { Desk } from './desk.ts';
import { OverlayFile } from './overlay-file.ts';
import { OverlayPlace, archivePlace, noPlace } from './places.ts';
import type { WorkPlace } from './places.ts';
import { WaitingOverlay } from './waiting-overlay.ts';

export interface WorkOptions {
  disk: Disk;
  notes: OpenNotes;
  /** the archive's id */
  archive: string;
  writable: boolean;
  /** where overlays of all archives are; without it an archive that can't be written takes no notes */
  overlayFolder: string | undefined;
  program: string;
  canonical: (cable: string) => string;
  show: (id: string, key?: string) => Promise<ShownCable>;
}

/** Never fails for an overlay that can't be read: the archive opens all the same, and the notices say so. */
export async function openWork(options: WorkOptions): Promise<{ desk: Desk; notices: Notice[] }> {
  const { disk, notes, archive, writable, overlayFolder, program, canonical, show } = options;
  const desk = (place: WorkPlace, overlay: WaitingOverlay | null) =>
    new Desk({ notes, place, overlay, canonical, show });
  const without = () => desk(writable ? archivePlace(notes) : noPlace(notes), null);
  if (overlayFolder === undefined) return { desk: without(), notices: [] };
  const file = new OverlayFile(disk, overlayFolder, archive, program);
  try {
    if (writable) {
      const waiting = new WaitingOverlay(file);
      const found = await waiting.open();
      return { desk: desk(archivePlace(notes), waiting), notices: found };
    }
    const { overlay, notices } = await file.read();
    return { desk: desk(new OverlayPlace(notes, file, overlay), null), notices };
  } catch (thrown) {
    const message = `The notes kept beside Valise's settings could not be read: ${errorShape(thrown).message}`;
    return { desk: without(), notices: [{ code: 'overlay-unreadable', message }] };
  }
}
