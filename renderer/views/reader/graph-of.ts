/** The citations around a cable as a picture: what it cites at left, what cites it at right, time from left to right. Pure. */

export interface GraphCable {
  id: string;
  subject: string | null;
  created: string | null;
  origin: string | null;
  /** false where the archive lacks it */
  here: boolean;
}

export interface GraphNode extends GraphCable {
  side: 'cited' | 'centre' | 'citing';
  /** from 0 at left; time goes on from column to column, and down each */
  column: number;
  row: number;
  /** pixels of the left upper corner */
  x: number;
  y: number;
}

export interface Graph {
  nodes: GraphNode[];
  width: number;
  height: number;
}

/** Sizes in pixels: of a node, and from one column or row to the next. */
export const NODE = { width: 184, height: 46, column: 232, row: 58, margin: 16 } as const;
/** Columns are at most so long; a side has at most three of them. */
const longest = 9;
/** At most so many cables are drawn on each side. */
export const MOST_ON_A_SIDE = 24;

const byTime = (a: GraphCable, b: GraphCable): number =>
  (a.created ?? '9999').localeCompare(b.created ?? '9999') || a.id.localeCompare(b.id);

function columnsOf(cables: readonly GraphCable[]): GraphCable[][] {
  const shown = [...cables].sort(byTime);
  const count = Math.ceil(shown.length / longest);
  const each = Math.ceil(shown.length / Math.max(1, count));
  return Array.from({ length: count }, (_, at) => shown.slice(at * each, (at + 1) * each));
}

/** Lays out a cable and what is around it; a cable that both cites it and is cited by it stands on each side. */
export function graphOf(
  centre: GraphCable,
  cited: readonly GraphCable[],
  citing: readonly GraphCable[],
): Graph {
  const left = columnsOf(cited.slice(0, MOST_ON_A_SIDE));
  const right = columnsOf(citing.slice(0, MOST_ON_A_SIDE));
  const columns = [...left, [centre], ...right];
  const rows = Math.max(...columns.map(column => column.length));
  const nodes = columns.flatMap((column, at) =>
    column.map((cable, row): GraphNode => ({
      ...cable,
      side: at < left.length ? 'cited' : at === left.length ? 'centre' : 'citing',
      column: at,
      row,
      x: NODE.margin + at * NODE.column,
      // Whole rows, so that lines to columns further away find the gaps between the nodes.
      y: NODE.margin + (row + Math.floor((rows - column.length) / 2)) * NODE.row,
    })),
  );
  return {
    nodes,
    width: 2 * NODE.margin + (columns.length - 1) * NODE.column + NODE.width,
    height: 2 * NODE.margin + (rows - 1) * NODE.row + NODE.height,
  };
}

/** The node that an arrow key leads to from the `at`-th; the same where there is none. */
export function neighbour(nodes: readonly GraphNode[], at: number, key: string): number {
  const from = nodes[at];
  if (from === undefined) return 0;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const next = at + (key === 'ArrowDown' ? 1 : -1);
    return nodes[next]?.column === from.column ? next : at;
  }
  const column = from.column + (key === 'ArrowRight' ? 1 : -1);
  const there = nodes.filter(node => node.column === column);
  const nearest = [...there].sort((a, b) => Math.abs(a.y - from.y) - Math.abs(b.y - from.y))[0];
  return nearest === undefined ? at : nodes.indexOf(nearest);
}

const curve = (x1: number, y1: number, x2: number, y2: number): string => {
  const middle = (x1 + x2) / 2;
  return `C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
};

/**
 * The line between the centre and another node, out of a side and level at both ends; past the columns between them it
 * runs through the gap above the node's row. An SVG path.
 */
export function edgeOf(centre: GraphNode, node: GraphNode): string {
  const way = node.side === 'cited' ? -1 : 1;
  const side = (one: GraphNode, at: 1 | -1) => (at === 1 ? one.x + NODE.width : one.x);
  const level = (one: GraphNode) => one.y + NODE.height / 2;
  const [x1, y1] = [side(centre, way), level(centre)];
  const [x2, y2] = [side(node, way === 1 ? -1 : 1), level(node)];
  if (Math.abs(node.column - centre.column) === 1) return `M${x1} ${y1}${curve(x1, y1, x2, y2)}`;
  const gap = node.y - (NODE.row - NODE.height) / 2;
  const apart = NODE.column - NODE.width;
  const [in1, in2] = [x1 + way * apart, x2 - way * apart];
  return `M${x1} ${y1}${curve(x1, y1, in1, gap)}L${in2} ${gap}${curve(in2, gap, x2, y2)}`;
}
