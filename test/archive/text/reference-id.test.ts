import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatReferenceId, readReferenceId, referenceIdParts } from '../../../archive/text/reference-id.ts';

// [as published, canonical, repaired]
const cases: [string, string, boolean][] = [
  // well formed: nothing to do
  ['05HANOI841', '05HANOI841', false],
  ['66BUENOSAIRES2481', '66BUENOSAIRES2481', false],
  ['09STATE1', '09STATE1', false],
  ['73STATE1234567', '73STATE1234567', false],
  ['09USUNNEWYORK12', '09USUNNEWYORK12', false],
  ['10RPODUBAI3', '10RPODUBAI3', false],
  // case and white space
  ['05hanoi841', '05HANOI841', false],
  [' 05 HANOI 841\n', '05HANOI841', false],
  // serials: leading zeros
  ['05HANOI000841', '05HANOI841', true],
  ['05HANOI0', '05HANOI0', false],
  // section lines
  ['09SECTION01OF03SANJOSE525', '09SANJOSE525', true],
  ['07SECTION02OF02TOKYO01', '07TOKYO1', true],
  ['08SECTION010F04BAGHDAD17', '08BAGHDAD17', true],
  ['08SECTION01GF02BISHKEK21', '08BISHKEK21', true],
  ['08SECTION01BISHKEK21', '08BISHKEK21', true],
  ['08BISHKEK21SECTION01OF02', '08BISHKEK21', true],
  ['08UNCLASSECTION01OF02BISHKEK21', '08BISHKEK21', true],
  // addresses
  ['09AMEMBASSYHANOI1284', '09HANOI1284', true],
  ['08AMCONSULLAGOS77', '08LAGOS77', true],
  ['04USMISSIONGENEVA12', '04GENEVA12', true],
  ['06EMBASSYVIENNA900', '06VIENNA900', true],
  // lost letters and typos
  ['06ANOI582', '06HANOI582', true],
  ['07WELLINGOTN33', '07WELLINGTON33', true],
  ['05PANANA1200', '05PANAMA1200', true],
  // years doubled and in full
  ['7575LIBREVILLE1895', '75LIBREVILLE1895', true],
  ['0606RABAT12', '06RABAT12', true],
  ['2006RABAT12', '06RABAT12', true],
  ['1975PARIS9', '75PARIS9', true],
  // glued words
  ['08EFTOMANAGUA421', '08MANAGUA421', true],
  ['08MANAGUAEFTO421', '08MANAGUA421', true],
  ['06SUSPECTEDDUPLICATELIMA3', '06LIMA3', true],
  ['06LIMASUSPECTEDDUPLICATE3', '06LIMA3', true],
  // other spellings of a post are no damage
  ['09AITTAIPEI1100', '09TAIPEI1100', false],
  ['04PORT-AU-PRINCE12', '04PORTAUPRINCE12', false],
  ['04PAP12', '04PORTAUPRINCE12', false],
  ['06RIODEJAN5', '06RIODEJANEIRO5', false],
  ['06SECSTATE5', '06STATE5', false],
  ['06SECTATE5', '06STATE5', false],
  ['06USUN5', '06USUNNEWYORK5', false],
  ['06HAGUE5', '06THEHAGUE5', false],
  ['06USEU5', '06USEUBRUSSELS5', false],
  ['06BRUSSELS5', '06BRUSSELS5', false],
  // unknown posts and things that are no id stay as they are
  ['06XANADUVALE5', '06XANADUVALE5', false],
  ['06BALI5', '06BALI5', false],
  ['HANOI841', 'HANOI841', false],
  ['05HANOI12345678', '05HANOI12345678', false],
  ['', '', false],
];

/** Malformed ids and other spellings by family: missions, section lines, addresses, years, glued words, lost letters. */
const families = readFileSync(join(import.meta.dirname, '../../fixtures/text/reference-ids.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(row => row.split('\t'));

describe('reading a published id', () => {
  test.each(cases)('%j is %s (repaired: %s)', (published, canonicalId, repaired) => {
    expect(readReferenceId(published)).toMatchObject({ canonicalId, repaired });
  });

  test.each(families)('%j is %s', (published = '', canonicalId) => {
    expect(readReferenceId(published).canonicalId).toBe(canonicalId);
  });

  test('the published id stays findable as an alias when it differs', () => {
    expect(readReferenceId('09AITTAIPEI1100').aliases).toEqual(['09AITTAIPEI1100']);
    expect(readReferenceId('05HANOI841').aliases).toEqual([]);
  });

  test('hostile ids of any length are answered at once', () => {
    const started = performance.now();
    for (const piece of ['SECTION01OF', '0', 'A', 'AMEMBASSY', 'A-', '7575'])
      readReferenceId(piece.repeat(1e6));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('the parts of an id', () => {
  test('two digits above 10 mean 19xx', () => {
    expect(referenceIdParts('66BUENOSAIRES2481')).toEqual({ year: 1966, post: 'BUENOSAIRES', serial: 2481 });
    expect(referenceIdParts('10HANOI1')?.year).toBe(2010);
    expect(referenceIdParts('11HANOI1')?.year).toBe(1911);
    expect(referenceIdParts('not an id')).toBeNull();
  });

  test('formatting drops the century and leading zeros', () => {
    expect(formatReferenceId(2005, 'HANOI', '000841')).toBe('05HANOI841');
    expect(formatReferenceId(1975, 'PARIS', 9)).toBe('75PARIS9');
  });
});
