import { describe, expect, test } from 'vitest';
import {
  captionMeaning,
  captionNames,
  executiveOrders,
  isTag,
  knownTags,
  precedences,
  tagKind,
  tagMeaning,
} from '../../../archive/text/glossary.ts';

describe('TAGS', () => {
  test.each([
    ['PREL', 'subject', 'External political relations'],
    ['PFOR', 'subject', 'Foreign policy and relations'],
    ['PINT', 'subject', 'Internal political affairs'],
    ['VM', 'geographic', 'Vietnam'],
    ['CH', 'geographic', "China (People's Republic)"],
    ['RS', 'geographic', 'Russia'],
    ['KS', 'geographic', 'South Korea'],
    ['KWMN', 'program', "Women's issues"],
    ['APEC', 'organisation', 'Asia-Pacific Economic Cooperation'],
    ['UN', 'organisation', 'United Nations'],
    ['AU', 'geographic', 'Austria'],
  ])('%s is a %s tag: %s', (code, kind, meaning) => {
    expect(isTag(code)).toBe(true);
    expect(tagKind(code)).toBe(kind);
    expect(tagMeaning(code)).toBe(meaning);
  });

  test('all tags of the sample are known', () => {
    for (const code of 'KCRM PHUM KWMN ELAB SMIG VM OMIG APEC TIP'.split(' '))
      expect(isTag(code), code).toBe(true);
  });

  test('a person, a glued pair and a key of every object are no tags', () => {
    for (const word of ['CLINTON', 'MASSMNUC', 'constructor', '__proto__', '']) {
      expect(isTag(word)).toBe(false);
      expect(tagMeaning(word)).toBeNull();
    }
  });

  test('the lists have the lengths and forms that they promise', () => {
    const count = (kind: string) => [...knownTags.values()].filter(tag => tag.kind === kind).length;
    expect(count('geographic')).toBeGreaterThanOrEqual(250);
    expect(count('program')).toBeGreaterThanOrEqual(100);
    expect(count('subject')).toBeGreaterThanOrEqual(130);
    for (const tag of knownTags.values()) {
      if (tag.kind === 'geographic') expect(tag.code).toMatch(/^[A-Z]{2}$/);
      if (tag.kind === 'subject') expect(tag.code).toMatch(/^[A-Z]{4}$/);
      if (tag.kind === 'program') expect(tag.code).toMatch(/^K[A-Z]{3}$/);
    }
  });
});

describe('markings', () => {
  test('captions are explained, longest first', () => {
    expect(captionMeaning('NODIS')).toMatch(/^No distribution/);
    expect(captionMeaning('toString')).toBeNull();
    const lengths = captionNames.map(name => name.length);
    expect(lengths).toEqual([...lengths].sort((left, right) => right - left));
  });

  test('precedences are told from the highest', () => {
    expect(precedences.map(({ name }) => name)).toEqual([
      'FLASH',
      'NIACT IMMEDIATE',
      'IMMEDIATE',
      'PRIORITY',
      'ROUTINE',
    ]);
  });

  test('the orders that cables cite are known', () => {
    const numbers = executiveOrders.map(order => order.number);
    for (const number of ['11652', '12065', '12356', '12958', '13526']) expect(numbers).toContain(number);
    for (const order of executiveOrders) expect(order.issued).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
