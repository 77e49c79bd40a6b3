/** What the cables of the graph have to do with each other. */
export const graph = {
  'graph.alsoCites': 'Also cites {ids}',
  'graph.alsoCitedBy': 'Also cited by {ids}',
} as const;
