/** Where the window stands, and how the address's fragment says it. Pure. */

export type Place =
  /** where nothing was asked for yet: the first start, or the search */
  | { room: 'start' }
  | { room: 'library' }
  | { room: 'search' }
  | { room: 'receipt'; id: string }
  | { room: 'cable'; id: string; paragraph: number | null };

/** Nothing for the start, `#library`, `#search`, `#receipt/ID`, and for a cable its id, with a paragraph after a slash: `#05HANOI841/3`. */
export function hashOf(place: Place): string {
  switch (place.room) {
    case 'start':
      return '';
    case 'library':
    case 'search':
      return `#${place.room}`;
    case 'receipt':
      return `#receipt/${encodeURIComponent(place.id)}`;
    case 'cable':
      return `#${encodeURIComponent(place.id)}${place.paragraph === null ? '' : `/${place.paragraph}`}`;
  }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The place that a fragment names. Room names are lower case, ids begin with a digit or a capital. */
export function placeOf(hash: string): Place {
  const parts = hash
    .replace(/^#\/?/, '')
    .replace(/^cable\//, '')
    .split('/')
    .map(decoded);
  const [first = '', second] = parts;
  if (first === '') return { room: 'start' };
  if (first === 'library' || first === 'search') return { room: first };
  if (first === 'receipt')
    return second === undefined ? { room: 'library' } : { room: 'receipt', id: second };
  const paragraph = second !== undefined && /^\d{1,4}$/.test(second) ? Number(second) : null;
  return { room: 'cable', id: first.toUpperCase(), paragraph };
}
