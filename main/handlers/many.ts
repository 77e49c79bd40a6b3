/** Methods about many cables at once. */
import type { Context, HandlersOf } from './context.ts';

export function manyHandlers({ engine }: Context): HandlersOf<'cables'> {
  return {
    'cables.known': input => engine.call('known', input),
  };
}
