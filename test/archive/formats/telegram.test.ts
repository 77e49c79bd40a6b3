import { describe, expect, test } from 'vitest';
import { readFiles, readOne } from '../../support/read-files.ts';

const header = `VZCZCXRO4549
OO RUEHRG
DE RUEHSW #0881/01 2540944
ZNY CCCCC ZZH
O 110944Z SEP 07
FM AMEMBASSY BERN
TO RUEHC/SECSTATE WASHDC IMMEDIATE 4275
INFO RUEHTV/AMEMBASSY TEL AVIV PRIORITY 0131
`;
const body = `C O N F I D E N T I A L SECTION 01 OF 02 BERN 000881

SIPDIS

SUBJECT: GENERATED

1. (C) Text with UNCLAS HANOI 000123 quoted.
CARTER
`;
const telegram = `${header}${body}NNNN\n`;

describe('a telegram', () => {
  test('has its header up to the classification line, and the id that it tells', async () => {
    const cable = await readOne('some name.txt', telegram);
    expect(cable).toMatchObject({ header, published: { id: '07BERN881' }, place: { row: null } });
    expect(cable.body).toBe(`${body}NNNN`);
    expect(cable.rendering).toMatchObject({ format: 'telegram', lineBreaks: true });
    expect(cable.warnings).toEqual([]);
  });

  test.each([
    ['UNCLAS HANOI 000841', 'O 110542Z APR 05', '05HANOI841'],
    ['UNCLAS SECTION 01 OF 03 TEL AVIV 001234', 'R 110542Z APR 2005', '05TELAVIV1234'],
    ['S E C R E T SECTION 01 OF 02 HO CHI MINH CITY 000012', 'P 110542Z JAN 06', '06HOCHIMINHCITY12'],
    ['C O N F I D E N T I A L PORT AU PRINCE 000777', 'O 110542Z APR 09', '09PORTAUPRINCE777'],
    ['LIMITED OFFICIAL USE BUENOS AIRES 2481', 'P 281848Z DEC 66', '66BUENOSAIRES2481'],
    ['CONFIDENTIAL STATE 015113', 'R 182333Z JAN 74', '74STATE15113'],
    ['SECRET USUN NEW YORK 000045', 'O 110542Z APR 05', '05USUNNEWYORK45'],
  ])('%s of %s is %s', async (line, group, id) => {
    const cable = await readOne(
      'x.txt',
      `${group}\nFM SOMEBODY\nTO SECSTATE WASHDC\n${line}\n\nSUBJECT: GENERATED\n`,
    );
    expect(cable.published.id).toBe(id);
    expect(cable.body.startsWith(line)).toBe(true);
  });

  test('that has lost its line breaks tells its id and header all the same', async () => {
    const flat = `${header}${body}`.replace(/\s+/g, ' ');
    const cable = await readOne('x.txt', flat);
    expect(cable.published.id).toBe('07BERN881');
    expect(cable.header.trim()).toBe(header.replace(/\s+/g, ' ').trim());
    expect(cable.rendering.lineBreaks).toBe(false);
  });

  test('without a number of its own takes the name of the file, and says so', async () => {
    const text = 'SUBJECT: GENERATED\n1. (U) Text.\n';
    const cable = await readOne('05HANOI841.txt', text);
    expect(cable.published.id).toBe('05HANOI841');
    expect(cable.warnings.map(({ code }) => code)).toEqual(['id-from-file-name']);
  });

  test('without any id is refused with the way out', async () => {
    const { refusals } = await readFiles({ 'x.txt': 'FM SOMEBODY\nTO SECSTATE WASHDC\nUNCLAS\nGENERATED\n' });
    expect(refusals).toMatchObject([{ code: 'no-id' }]);
    expect(refusals[0]?.message).toContain('05HANOI841.txt');
  });

  test('keeps the line ends that it has', async () => {
    const cable = await readOne('x.txt', telegram.replaceAll('\n', '\r\n'));
    expect(cable.header).toBe(header.replaceAll('\n', '\r\n'));
    expect(cable.published.id).toBe('07BERN881');
  });
});

describe('several telegrams in a file', () => {
  test('end with NNNN each and are numbered', async () => {
    const second = telegram.replaceAll('000881', '000882');
    const { cables } = await readFiles({
      'all.txt': `${telegram}\n\n${second}\n${telegram.replaceAll('000881', '000883').replace('NNNN\n', '')}`,
    });
    expect(cables.map(({ published, place }) => [published.id, place.row])).toEqual([
      ['07BERN881', 1],
      ['07BERN882', 2],
      ['07BERN883', 3],
    ]);
    expect(cables[1]?.header).toBe(header);
  });

  test('are many, and end anywhere in the chunks they arrive in', async () => {
    const text = Array.from({ length: 3000 }, (_, index) =>
      telegram.replaceAll('000881', String(index + 1).padStart(6, '0')),
    ).join('');
    const { cables } = await readFiles({ 'all.txt': text });
    expect(cables.map(({ published }) => published.id)).toEqual(
      Array.from({ length: 3000 }, (_, index) => `07BERN${index + 1}`),
    );
  });

  test('an NNNN inside a line ends nothing', async () => {
    const cable = await readOne('x.txt', telegram.replace('quoted.', 'NNNN quoted, ANNNN\nand more.'));
    expect(cable.body).toContain('and more.');
  });
});
