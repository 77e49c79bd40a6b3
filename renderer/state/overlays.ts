/** What lies over the room: the palette, the cheat sheet, the find bar. */
import { create } from 'zustand';

export const useOverlays = create<{ palette: boolean; keys: boolean; find: boolean }>(() => ({
  palette: false,
  keys: false,
  find: false,
}));
