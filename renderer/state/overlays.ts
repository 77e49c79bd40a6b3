/** What lies over the room: the palette, the cheat sheet, the find bar, the choice of a dossier. */
import { create } from 'zustand';

interface Overlays {
  palette: boolean;
  keys: boolean;
  find: boolean;
  /** the graph of citations, in the reader's middle */
  graph: boolean;
  /** the question whether notes go along with a copy of the archive */
  copy: boolean;
  /** the cables for which a dossier is chosen; null while none is */
  adding: readonly string[] | null;
}

export const useOverlays = create<Overlays>(() => ({
  palette: false,
  keys: false,
  find: false,
  graph: false,
  copy: false,
  adding: null,
}));
