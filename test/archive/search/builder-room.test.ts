import { expect, test } from 'vitest';
import { SegmentBuilder, openSearch } from '../../../archive/search/index.ts';
import { columnsOf, textsOf } from '../../support/search-archive.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('a row of very many words, some of them very long, leaves no builder that passes for full', async () => {
  const folder = await temporaryFolder();
  const builder = new SegmentBuilder();
  const empty = builder.bytes;
  const many = Array.from({ length: 300_000 }, (_, at) => `w${at.toString(36)}`).join(' ');
  // Alike in their first letters, so that each must be compared with others to its end.
  const alike = 'é'.repeat(400_000);
  const long = Array.from({ length: 6 }, (_, at) => `${alike}${'fdabec'.charAt(at)}`).join(' ');
  const rows = [
    { id: '05HANOI1', body: `GENERATED ${many} ${long}` },
    { id: '05HANOI2', body: 'GENERATED plain' },
  ];
  builder.add(0, { subject: '', header: '', body: rows[0]!.body });
  const first = await builder.finish(folder, 'first');
  expect(builder.bytes).toBeLessThan(empty * 8);
  builder.add(1, { subject: '', header: '', body: rows[1]!.body });
  const second = await builder.finish(folder, 'second');

  const search = await openSearch(folder, [first, second], {
    columns: columnsOf(rows),
    texts: textsOf(rows),
  });
  const found = async (query: string) => (await search.search({ query })).results.map(({ id }) => id);
  expect(await found('w4fti')).toEqual(['05HANOI1']);
  expect(await found('plain')).toEqual(['05HANOI2']);
  expect(await found('ééé*')).toEqual(['05HANOI1']);
  await search.close();
});
