/** What the window is called: the place it shows, then the program. */
import { askedBy } from '../state/question-address.ts';
import type { Place } from '../state/place.ts';
import { say } from '../words/say.ts';

/** What a place does not say of itself; null where it is not known, or not yet. */
export interface Named {
  /** the subject of a cable */
  subjectOf: (id: string) => string | null;
  /** the name of a dossier; of the first one for null */
  dossierOf: (id: string | null) => string | null;
}

/** Longer parts are cut, in characters: a title is read in one line of a list of windows. */
const longest = 120;

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}

function shownAt(place: Place, { subjectOf, dossierOf }: Named): string | null {
  switch (place.room) {
    case 'start':
      return null;
    case 'library':
    case 'history':
      return say(`room.${place.room}`);
    case 'receipt':
      return say('receipt.title');
    case 'search': {
      const query = short(askedBy(place.asked ?? '').question.query);
      return query === '' ? say('room.search') : say('title.search', { query });
    }
    case 'dossiers': {
      const name = dossierOf(place.id);
      return name === null ? say('room.dossiers') : say('title.dossier', { name: short(name) });
    }
    case 'cable': {
      const subject = short(subjectOf(place.id) ?? '');
      return subject === '' ? place.id : say('title.cable', { id: place.id, subject });
    }
  }
}

/** The title for a place: `05HANOI841 – Subject – Valise`; the program's name alone where there is no place yet. */
export function titleFor(place: Place | null, named: Named): string {
  const what = place === null ? null : shownAt(place, named);
  return what === null ? 'Valise' : say('title.of', { what });
}
