import { describe, expect, test } from 'vitest';
import { findPost, postOf, posts } from '../../../archive/text/posts.ts';
import rows from '../../../archive/text/data/posts.json';

// [as written, code, corrected]
const found: [string, string, boolean][] = [
  ['HANOI', 'HANOI', false],
  ['Hanoi', 'HANOI', false],
  ['TEL AVIV', 'TELAVIV', false],
  ['HO CHI MINH CITY', 'HOCHIMINHCITY', false],
  ['HCMC', 'HOCHIMINHCITY', false],
  ['RIO', 'RIODEJANEIRO', false],
  ['RIO DE JANEIRO', 'RIODEJANEIRO', false],
  ['RIODEJAN', 'RIODEJANEIRO', false],
  ['USUN', 'USUNNEWYORK', false],
  ['USUN NEW YORK', 'USUNNEWYORK', false],
  ['SECSTATE', 'STATE', false],
  ['SECTATE', 'STATE', false],
  ['SECSTATE WASHDC', 'STATE', false],
  ['PORT-AU-PRINCE', 'PORTAUPRINCE', false],
  ['Port au Prince', 'PORTAUPRINCE', false],
  ['PAP', 'PORTAUPRINCE', false],
  ['KL', 'KUALALUMPUR', false],
  ['BKK', 'BANGKOK', false],
  ['HAGUE', 'THEHAGUE', false],
  ['THE HAGUE', 'THEHAGUE', false],
  ['USEU', 'USEUBRUSSELS', false],
  ['USEU BRUSSELS', 'USEUBRUSSELS', false],
  ['BRUSSELS', 'BRUSSELS', false],
  ['AIT TAIPEI', 'TAIPEI', false],
  ['AITTAIPEI', 'TAIPEI', false],
  ['EMBASSY VIENNA', 'VIENNA', false],
  ['AMEMBASSY HANOI', 'HANOI', false],
  ['AMCONSUL CHIANG MAI', 'CHIANGMAI', false],
  ['AMCONGEN HONG KONG', 'HONGKONG', false],
  ['USMISSION USNATO', 'USNATO', false],
  ['USMISSION GENEVA', 'GENEVA', false],
  ['USINT HAVANA', 'HAVANA', false],
  ['Bogotá', 'BOGOTA', false],
  ['São Paulo', 'SAOPAULO', false],
  ['ST. PETERSBURG', 'STPETERSBURG', false],
  ['UNVIE VIENNA', 'UNVIEVIENNA', false],
  // slips of the fingers
  ['WELLINGOTN', 'WELLINGTON', true],
  ['PANANA', 'PANAMA', true],
  ['BAGHDDA', 'BAGHDAD', true],
  ['ISLAMABD', 'ISLAMABAD', true],
  ['ANTANANRIVO', 'ANTANANARIVO', true],
  ['BUENOS ARIES', 'BUENOSAIRES', true],
  ['KUALA LUMPER', 'KUALALUMPUR', true],
  ['AMEMBASSY TEGUCIGULPA', 'TEGUCIGALPA', true],
  ['ANOI', 'HANOI', true],
];

// names that are no post, or that two posts are equally near to
const unknown = [
  '',
  'X',
  'BALI',
  'MADRIS', // Madrid or Madras
  'XANADU',
  'EMAIL',
  'SEPTEL',
  'NOTAL',
  'MARCH',
  'PREVIOUS',
  'SMITH',
  'MEETING',
  '1234',
  'SAN',
  'CONVERSATION WITH THE MINISTER',
];

describe('finding a post', () => {
  test.each(found)('%s is %s (corrected: %s)', (name, code, corrected) => {
    expect(findPost(name)).toEqual({ code, corrected });
  });

  test.each(unknown)('%j is no post', name => {
    expect(findPost(name)).toBeNull();
  });

  test('a name of any length is answered at once', () => {
    const started = performance.now();
    findPost('A'.repeat(5_000_000));
    findPost('AMEMBASSY '.repeat(100_000));
    for (let count = 0; count < 2000; count++) findPost(`NOWHERE${count.toString(26).replace(/\d/g, 'Q')}`);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('the table of posts', () => {
  test('holds at least 270 posts with plausible places', () => {
    expect([...posts.values()].filter(post => post.kind !== 'agency').length).toBeGreaterThanOrEqual(270);
    for (const post of posts.values()) {
      expect(post.country).toMatch(/^[A-Z]{2}$/);
      expect(post.code).toMatch(/^[A-Z]{2,30}$/);
      expect(Math.abs(post.latitude)).toBeLessThanOrEqual(70);
      expect(Math.abs(post.longitude)).toBeLessThanOrEqual(180);
      expect(post.latitude).toBe(Math.round(post.latitude * 100) / 100);
    }
  });

  test('no spelling leads to two posts', () => {
    const owners = new Map<string, string>();
    for (const row of rows) {
      const [code, spellings] = [String(row[0]), String(row[7])];
      for (const spelling of new Set([code, ...spellings.split(' ')])) {
        if (spelling === '') continue;
        expect(owners.get(spelling), spelling).toBeUndefined();
        owners.set(spelling, code);
      }
    }
  });

  test('tells where a post is', () => {
    expect(postOf('HANOI')).toMatchObject({ name: 'Embassy Hanoi', city: 'Hanoi', country: 'VN' });
    expect(postOf('RIO')).toBeNull();
  });
});
