import { expect, test } from 'vitest';
import { looserQueries } from '../../../renderer/state/looser.ts';

const asked = (query: string) => looserQueries(query).map(one => one.query);

test('plain words are asked for one by one, and by their beginnings', () => {
  expect(asked('rice fisheries')).toEqual(['rice OR fisheries', 'rice* fisheries*']);
  expect(asked(' fisheries ')).toEqual(['fisherie*']);
});

test('what was written with care is left alone', () => {
  for (const query of ['', 'ab', 'rice OR wheat', 'tag:VM rice', '"rice field"', 'fish*', '-rice wheat']) {
    expect(looserQueries(query), query).toEqual([]);
  }
});
