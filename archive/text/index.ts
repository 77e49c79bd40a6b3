/** Raw text to meaning: the doors of this room. */
export { parseCable } from './parse-cable.ts';
export { readForCatalogue } from './read-for-catalogue.ts';
