/** Where the window stands, and how the address's fragment says it. Pure. */

export type Place =
  /** where nothing was asked for yet: the first start, or the search */
  | { room: 'start' }
  | { room: 'library' }
  /** `asked` is the question as `question-address.ts` writes it; without one, the question stays as it stands */
  | { room: 'search'; asked?: string }
  /** null for the first of them */
  | { room: 'dossiers'; id: string | null }
  /** what was searched for and opened */
  | { room: 'history' }
  | { room: 'receipt'; id: string }
  | { room: 'cable'; id: string; paragraph: number | null };

/** Nothing for the start, `#library`, `#search`, `#search/q=rice`, `#dossiers/ID`, `#history`, `#receipt/ID`, and for a cable its id, with a paragraph after a slash: `#05HANOI841/3`. */
export function hashOf(place: Place): string {
  switch (place.room) {
    case 'start':
      return '';
    case 'library':
    case 'history':
      return `#${place.room}`;
    case 'dossiers':
      return place.id === null ? '#dossiers' : `#dossiers/${encodeURIComponent(place.id)}`;
    case 'search':
      return place.asked === undefined ? '#search' : `#search/${place.asked}`;
    case 'receipt':
      return `#receipt/${encodeURIComponent(place.id)}`;
    case 'cable':
      return `#${encodeURIComponent(place.id)}${place.paragraph === null ? '' : `/${place.paragraph}`}`;
  }
}

/** One escaped character: as many bytes of UTF-8 as its first one says. */
const escaped =
  /%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[\da-f](?:%[89ab][\da-f]){3}/gi;

/** Unescaped as far as it can be: what is badly escaped stays as it is written. */
const decoded = (text: string): string =>
  text.replaceAll(escaped, character => {
    try {
      return decodeURIComponent(character);
    } catch {
      return character;
    }
  });

/** The place that a fragment names. Room names are lower case, ids begin with a digit or a capital. */
export function placeOf(hash: string): Place {
  const asked = /^#\/?search\/(.*)$/s.exec(hash)?.[1];
  if (asked !== undefined) return { room: 'search', asked };
  const parts = hash
    .replace(/^#\/?/, '')
    .replace(/^cable\//, '')
    .split('/')
    .map(decoded);
  const [first = '', second] = parts;
  if (first === '') return { room: 'start' };
  if (first === 'library' || first === 'search' || first === 'history') return { room: first };
  if (first === 'dossiers') return { room: 'dossiers', id: second ?? null };
  if (first === 'receipt')
    return second === undefined ? { room: 'library' } : { room: 'receipt', id: second };
  const paragraph = second !== undefined && /^\d{1,4}$/.test(second) ? Number(second) : null;
  return { room: 'cable', id: first.toUpperCase(), paragraph };
}
