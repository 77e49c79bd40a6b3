/** Deutsch: proof that no text stands outside the catalogue. */
import { en } from './en.ts';
import type { Words } from './en.ts';

export const de: Words = { ...en };
