/** Where the window stands, and how the address's fragment says it. Pure. */

export type Place =
  | { room: 'library' }
  | { room: 'search' }
  | { room: 'receipt'; id: string }
  | { room: 'cable'; id: string; paragraph: number | null };

/** `#library`, `#search`, `#receipt/ID`, and for a cable its id, with a paragraph after a slash: `#05HANOI841/3`. */
export function hashOf(place: Place): string {
  switch (place.room) {
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

/** The place that a fragment names; null where it names none. Room names are lower case, ids begin with a digit or a capital. */
export function placeOf(hash: string): Place | null {
  const parts = hash
    .replace(/^#\/?/, '')
    .replace(/^cable\//, '')
    .split('/')
    .map(decoded);
  const [first = '', second] = parts;
  if (first === '') return null;
  if (first === 'library' || first === 'search') return { room: first };
  if (first === 'receipt') return second === undefined ? null : { room: 'receipt', id: second };
  const paragraph = second !== undefined && /^\d{1,4}$/.test(second) ? Number(second) : null;
  return { room: 'cable', id: first.toUpperCase(), paragraph };
}
