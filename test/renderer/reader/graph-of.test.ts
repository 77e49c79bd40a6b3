import { expect, test } from 'vitest';
import {
  amongOthers,
  edgeOf,
  graphOf,
  MOST_ON_A_SIDE,
  neighbour,
  NODE,
} from '../../../renderer/views/reader/graph-of.ts';
import type { GraphCable } from '../../../renderer/views/reader/graph-of.ts';

const cable = (id: string, created: string | null, cites: string[] = []): GraphCable => ({
  id,
  subject: null,
  created,
  origin: null,
  here: created !== null,
  cites,
});

const many = (count: number, year: number) =>
  Array.from({ length: count }, (_, at) =>
    cable(`${year}HANOI${100 + at}`, `${year}-01-${String(at + 1).padStart(2, '0')}`),
  );

test('what is cited stands at left, what cites at right, time goes from left to right and no two overlap', () => {
  const { nodes, width, height } = graphOf(
    cable('05HANOI1', '2005-05-01'),
    many(12, 2004).reverse(),
    many(40, 2006),
  );
  expect(nodes.filter(node => node.side === 'citing')).toHaveLength(MOST_ON_A_SIDE);
  const centre = nodes.find(node => node.side === 'centre');
  for (const [at, node] of nodes.entries()) {
    if (node.side === 'cited') expect(node.x).toBeLessThan(centre?.x ?? 0);
    if (node.side === 'citing') expect(node.x).toBeGreaterThan(centre?.x ?? 0);
    expect(node.x + NODE.width).toBeLessThanOrEqual(width);
    expect(node.y + NODE.height).toBeLessThanOrEqual(height);
    const next = nodes[at + 1];
    if (next?.column === node.column) expect(next.y - node.y).toBeGreaterThan(NODE.height);
    if (next !== undefined) expect((node.created ?? '') <= (next.created ?? '')).toBe(true);
  }
});

test('arrow keys reach every node from the middle', () => {
  const { nodes } = graphOf(cable('05HANOI1', '2005-05-01'), many(3, 2004), many(24, 2006));
  const reached = new Set([nodes.findIndex(node => node.side === 'centre')]);
  for (const at of reached)
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])
      reached.add(neighbour(nodes, at, key));
  expect(reached.size).toBe(nodes.length);
});

test('a cable alone is a graph too; a line to a column further away runs through the gaps', () => {
  expect(graphOf(cable('05HANOI1', null), [], []).nodes).toHaveLength(1);
  const { nodes } = graphOf(cable('05HANOI1', '2005-05-01'), [], many(20, 2006));
  const [centre] = nodes;
  const far = nodes.find(node => node.column === 2 && node.row === 3);
  if (centre === undefined || far === undefined) throw new Error('no such node');
  const level = Number(/L[\d.]+ ([\d.]+)/.exec(edgeOf(centre, far))?.[1]);
  for (const node of nodes.filter(one => one.column === 1))
    expect(level < node.y || level > node.y + NODE.height).toBe(true);
});

test('what the cables around the middle cite of each other is drawn once, and told of both', () => {
  const middle = cable('05HANOI1', '2005-05-01', ['04HANOI1', '04HANOI2']);
  const older = cable('04HANOI1', '2004-01-01');
  const old = cable('04HANOI2', '2004-02-01', ['04HANOI1', '04HANOI2']);
  // It cites the middle and is cited by it: it stands on both sides.
  const both = cable('05HANOI3', '2005-05-02', ['05HANOI1', '04HANOI2']);
  const { nodes, links, height } = graphOf(
    middle,
    [older, old, both],
    [both, cable('06HANOI1', '2006-01-01')],
  );
  expect(links.map(({ from, to }) => `${from.id} ${from.side} > ${to.id} ${to.side}`)).toEqual([
    '04HANOI2 cited > 04HANOI1 cited',
    '05HANOI3 cited > 04HANOI2 cited',
  ]);
  expect(amongOthers(links, '04HANOI2')).toEqual({ cites: ['04HANOI1'], citedBy: ['05HANOI3'] });
  expect(amongOthers(links, '06HANOI1')).toEqual({ cites: [], citedBy: [] });
  expect(nodes).toHaveLength(6);
  for (const { from, to } of links) {
    const numbers =
      edgeOf(from, to)
        .match(/-?[\d.]+/g)
        ?.map(Number) ?? [];
    // Bows stay at the side that is away from the middle, and within the picture.
    for (const [at, number] of numbers.entries()) {
      expect(number).toBeGreaterThanOrEqual(0);
      expect(number).toBeLessThanOrEqual(at % 2 === 0 ? from.x : height);
    }
  }
});

test('a line to the other side of the middle runs through the gaps, and beside the one to the middle', () => {
  const late = cable('06HANOI9', '2006-09-01', ['2004HANOI100', '05HANOI1']);
  const cited = many(12, 2004);
  const { nodes, links } = graphOf(cable('05HANOI1', '2005-05-01'), cited, [late]);
  const [link] = links;
  if (link === undefined) throw new Error('no link');
  const level = Number(/L[\d.]+ ([\d.]+)/.exec(edgeOf(link.from, link.to, 3))?.[1]);
  for (const node of nodes.filter(one => one.column > link.to.column && one.column < link.from.column))
    expect(level < node.y || level > node.y + NODE.height).toBe(true);
  const centre = nodes.find(node => node.side === 'centre');
  if (centre === undefined) throw new Error('no middle');
  expect(edgeOf(centre, link.to)).not.toContain(` ${level}C`);
});
