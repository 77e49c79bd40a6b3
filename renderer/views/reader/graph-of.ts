/** The citations around a cable as a picture: what it cites at left, what cites it at right, time from left to right. Pure. */

export interface GraphCable {
  id: string;
  subject: string | null;
  created: string | null;
  origin: string | null;
  /** false where the archive lacks it */
  here: boolean;
  /** ids of the cables around it that it cites */
  cites: readonly string[];
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

/** Two cables around the one in the middle, of which `from` cites `to`. */
export interface GraphLink {
  from: GraphNode;
  to: GraphNode;
}

export interface Graph {
  nodes: GraphNode[];
  /** what the cables around the middle cite of each other */
  links: GraphLink[];
  width: number;
  height: number;
}

/** Sizes in pixels: of a node, and from one column or row to the next. */
export const NODE = { width: 184, height: 46, column: 232, row: 58, margin: 24 } as const;
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

/** A line for each citation among the cables around the middle, between the two nodes that stand nearest to each other. */
function linksOf(nodes: readonly GraphNode[]): GraphLink[] {
  const centre = nodes.find(node => node.side === 'centre')?.id;
  const links = new Map<string, GraphLink>();
  const apart = ({ from, to }: GraphLink) => Math.abs(from.column - to.column);
  for (const from of nodes) {
    for (const to of nodes) {
      if (from.id === to.id || from.id === centre || to.id === centre || !from.cites.includes(to.id))
        continue;
      const name = `${from.id} ${to.id}`;
      const known = links.get(name);
      if (known === undefined || apart({ from, to }) < apart(known)) links.set(name, { from, to });
    }
  }
  return [...links.values()];
}

/** What one of the cables around the middle cites of the others, and which of them cite it: their ids, in order. */
export function amongOthers(links: readonly GraphLink[], id: string): { cites: string[]; citedBy: string[] } {
  return {
    cites: links.filter(({ from }) => from.id === id).map(({ to }) => to.id),
    citedBy: links.filter(({ to }) => to.id === id).map(({ from }) => from.id),
  };
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
    links: linksOf(nodes),
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

const level = (one: GraphNode): number => one.y + NODE.height / 2;
const side = (one: GraphNode, at: 1 | -1): number => (at === 1 ? one.x + NODE.width : one.x);

/**
 * The line from one node to another, out of a side and level at both ends; past the columns between them it runs through
 * the gap above the second one's row, `above` pixels over its middle. Within a column it is a bow at the side that is away
 * from the centre. An SVG path.
 */
export function edgeOf(from: GraphNode, to: GraphNode, above = 0): string {
  if (from.column === to.column) return bowOf(from, to);
  const way = to.column < from.column ? -1 : 1;
  const [x1, y1] = [side(from, way), level(from)];
  const [x2, y2] = [side(to, way === 1 ? -1 : 1), level(to)];
  if (Math.abs(to.column - from.column) === 1) return `M${x1} ${y1}${curve(x1, y1, x2, y2)}`;
  const gap = to.y - (NODE.row - NODE.height) / 2 - above;
  const apart = NODE.column - NODE.width;
  const [in1, in2] = [x1 + way * apart, x2 - way * apart];
  return `M${x1} ${y1}${curve(x1, y1, in1, gap)}L${in2} ${gap}${curve(in2, gap, x2, y2)}`;
}

/** Wider for nodes that are farther apart, so that bows over each other stay apart; never wider than the margin. */
function bowOf(from: GraphNode, to: GraphNode): string {
  const away = from.side === 'cited' ? -1 : 1;
  const x = side(from, away);
  const reach = x + away * (10 + 2 * Math.abs(from.row - to.row));
  return `M${x} ${level(from)}C${reach} ${level(from)} ${reach} ${level(to)} ${x} ${level(to)}`;
}
