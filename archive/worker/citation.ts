/** Citations, as the engine offers them to its hosts. */
import { cite } from '../cite/cite.ts';
import type { ShownCable } from '../model/archive.ts';

/** A cable's citation in a style of the field. */
export async function citation(cable: ShownCable, style: 'chicago'): Promise<string> {
  return (await cite(cable, { style })).text;
}
