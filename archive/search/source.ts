/** What the search reads besides its own segments. */
import type { Columns, TextReader } from '../model/columns.ts';

/** The person's own work, as far as queries ask for it. Cables are named by their canonical ids. */
export interface NotesReader {
  /** the names of the dossiers */
  dossiers(): readonly string[];
  cablesIn(dossier: string): readonly string[];
  /** those that the person wrote something about: on the cable, on a passage of it, or on its place in a dossier */
  notedCables(): readonly string[];
  /** those in which the person marked a passage */
  highlightedCables(): readonly string[];
  /** those that were opened or marked as read */
  readCables(): readonly string[];
  /** saved searches: their names and queries */
  savedSearches(): readonly { name: string; query: string }[];
}

export interface SearchSource {
  columns: Columns;
  texts: TextReader;
  /** without it no cable is in a dossier or has a note */
  notes?: NotesReader;
}
