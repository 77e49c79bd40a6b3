import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Anchorer, quotationAt } from '../../../archive/work/anchor.ts';
import { opened, writeCsv } from '../../support/archive-folder.ts';
import { Random } from '../../support/random.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const BODY = [
  'UNCLAS HANOI 000841',
  '',
  'SUBJECT: GENERATED FOR A TEST',
  '',
  '1. GENERATED: The ministry asked for more time to answer',
  'the request, and said that the delegation would arrive on',
  'Tuesday. The ministry asked for more time to prepare.',
  '',
  '2. GENERATED: On visas, he said nothing. On trade, he said',
  'that the quotas would be raised.',
  '',
  'MARINE',
].join('\n');

/** A highlight over the nth occurrence of some words of a body. */
function marking(body: string, words: string, nth = 1) {
  let start = -1;
  for (let count = 0; count < nth; count += 1) start = body.indexOf(words, start + 1);
  const end = start + words.length;
  const quotation = quotationAt(body, start, end);
  if (start === -1 || quotation === null) throw new Error(`no ${words}`);
  return {
    id: 'h',
    cable: '05HANOI841',
    key: 'then',
    start,
    end,
    color: 'yellow',
    created: '',
    ...quotation,
  };
}

function found(body: string, highlight: ReturnType<typeof marking>, key = 'now') {
  const anchor = new Anchorer(body, key).find(highlight);
  return anchor === null ? null : { text: body.slice(anchor.start, anchor.end), ...anchor };
}

it('finds words at their own place in the same record', () => {
  const second = marking(BODY, 'The ministry asked for more time', 2);
  expect(found(BODY, second, 'then')).toMatchObject({ how: 'exact', start: second.start });
});

it('finds words in a copy without line breaks, in the right one of two like places', () => {
  const flat = BODY.replaceAll('\n', ' ').replaceAll('  ', ' ');
  const second = marking(BODY, 'The ministry asked for more time', 2);
  const anchor = found(flat, second);
  expect(anchor?.text).toBe('The ministry asked for more time');
  expect(flat.slice(anchor?.end)).toMatch(/^ to prepare/);
  const across = marking(BODY, 'answer\nthe request, and said');
  expect(found(flat, across)).toMatchObject({ how: 'moved', text: 'answer the request, and said' });
  expect(found(BODY.replaceAll('\n', ''), across)?.text).toBe('answerthe request, and said');
});

it('finds words in a copy with marks and another beginning, and back', () => {
  const marked = `CORRECTED COPY\n\n${BODY.replace('1. GENERATED', '¶1. GENERATED').replaceAll('\n', '\r\n')}`;
  const across = marking(BODY, 'arrive on\nTuesday. The ministry');
  expect(found(marked, across)).toMatchObject({ how: 'moved', text: 'arrive on\r\nTuesday. The ministry' });
  const there = marking(marked, '¶1. GENERATED: The ministry');
  expect(found(BODY, there)).toMatchObject({ how: 'moved', text: '1. GENERATED: The ministry' });
});

it('finds words of which some were corrected or cut out', () => {
  const highlight = marking(BODY, 'said that the delegation would arrive on\nTuesday');
  const corrected = BODY.replace('delegation would arrive', 'delegations will arrive').replace('841', '842');
  expect(found(corrected, highlight)).toMatchObject({
    how: 'similar',
    text: 'said that the delegations will arrive on\nTuesday',
  });
});

it('finds a long quotation whose middle changed much', () => {
  const random = new Random(5);
  const words = Array.from({ length: 400 }, () => `word${random.below(90)}`);
  const body = `GENERATED head. ${words.join(' ')} GENERATED tail.`;
  const other = `GENERATED head. ${[...words.slice(0, 180), 'XXXXXXXX', ...words.slice(205)].join(' ')} GENERATED tail.`;
  const highlight = marking(body, words.join(' '));
  const anchor = found(other, highlight);
  expect(anchor?.how).toBe('similar');
  expect(anchor?.text.slice(0, 40)).toBe(words.join(' ').slice(0, 40));
  expect(anchor?.text.slice(-40)).toBe(words.join(' ').slice(-40));
});

it('says that words are not there rather than marking others', () => {
  const visas = marking(BODY, 'On visas');
  expect(found('GENERATED: something else altogether, on visas or not.', visas)).toBeNull();
  expect(found('', visas)).toBeNull();
  expect(found('\n\n', visas)).toBeNull();
  expect(
    found(BODY.replace(/2\. GENERATED[^]*?\n\n/, ''), marking(BODY, 'that the quotas would')),
  ).toBeNull();
});

it('takes no long time over a hostile body', () => {
  const hostile = 'a b'.repeat(700_000);
  const highlight = marking(`GENERATED ${'ab'.repeat(300)}c and what follows`, 'ab'.repeat(300));
  const before = Date.now();
  new Anchorer(hostile, 'now').find(highlight);
  new Anchorer('a'.repeat(2_000_000), 'now').find(marking(BODY, 'the quotas would be raised'));
  expect(Date.now() - before).toBeLessThan(5_000);
});

it('gives anchors that lie in the body, whatever the body is', () => {
  const random = new Random(11);
  const highlights = [marking(BODY, 'asked for more'), marking(BODY, BODY), marking(BODY, '¶1'.slice(1))];
  for (let round = 0; round < 200; round += 1) {
    const cut = random.below(BODY.length);
    const body = random.below(2) === 0 ? BODY.slice(cut) + BODY.slice(0, cut) : BODY.slice(cut, cut + 80);
    for (const highlight of highlights) {
      const anchor = found(body, highlight);
      if (anchor === null) continue;
      expect(anchor.start).toBeLessThan(anchor.end);
      expect(anchor.end).toBeLessThanOrEqual(body.length);
    }
  }
});

it('shows a highlight in a new version and after a rebuild, and one whose words are gone without an anchor', async () => {
  const folder = join(await temporaryFolder(), 'archive');
  const sources = await temporaryFolder();
  const archive = await opened(folder);
  await archive.import([{ path: await writeCsv(sources, 'one.csv', [{ id: '05HANOI841', body: BODY }]) }]);
  const { key } = await archive.show('05HANOI841');
  const mark = async (words: string) => {
    const start = BODY.indexOf(words);
    await archive.work.edit({
      kind: 'add-highlight',
      cable: '05HANOI841',
      key,
      start,
      end: start + words.length,
      color: 'green',
    });
  };
  await mark('the quotas would be raised');
  await mark('said that the delegation would arrive on\nTuesday');
  const flat = BODY.replaceAll('\n', ' ').replace(/2\. GENERATED.*raised\./, '2. GENERATED: XXXXXX.');
  await archive.import([{ path: await writeCsv(sources, 'two.csv', [{ id: '05HANOI841', body: flat }]) }]);
  const { versions } = await archive.show('05HANOI841');
  expect(versions).toHaveLength(2);
  const other = versions.find(version => version.key !== key)?.key ?? '';
  await archive.rebuild();
  const here = await archive.work.cable('05HANOI841', key);
  expect(here.highlights.map(({ anchor }) => anchor?.how)).toEqual(['exact', 'exact']);
  expect(here.highlights.map(({ text }) => text)[1]).toBe('the quotas would be raised');
  const there = await archive.work.cable('05HANOI841', other);
  expect(there.highlights).toMatchObject([
    { anchor: { how: 'moved' }, color: 'green' },
    { anchor: null, text: 'the quotas would be raised' },
  ]);
  const { body } = await archive.show('05HANOI841', other);
  const { start, end } = there.highlights[0]!.anchor!;
  expect(body.slice(start, end)).toBe('said that the delegation would arrive on Tuesday');
});
