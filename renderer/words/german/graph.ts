/** What the cables of the graph have to do with each other, in German. */
import type { graph as english } from '../english/graph.ts';

export const graph: Record<keyof typeof english, string> = {
  'graph.alsoCites': 'Erwähnt auch {ids}',
  'graph.alsoCitedBy': 'Auch erwähnt von {ids}',
};
