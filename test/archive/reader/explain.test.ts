import { expect, it } from 'vitest';
import { explain } from '../../../archive/reader/explain.ts';

it('explains each kind of code, and leaves out what no list knows', () => {
  const explained = explain([
    { kind: 'tag', code: 'kwmn' },
    { kind: 'caption', code: 'NOFORN' },
    { kind: 'precedence', code: 'IMMEDIATE' },
    { kind: 'precedence', code: 'P' },
    { kind: 'order', code: '12958' },
    { kind: 'tag', code: 'SMITH, JOHN' },
    { kind: 'caption', code: 'constructor' },
  ]);
  expect(explained.map(one => one.code)).toEqual(['kwmn', 'NOFORN', 'IMMEDIATE', 'P', '12958']);
  expect(explained[0]).toMatchObject({ list: 'program', meaning: expect.stringMatching(/women/i) });
  expect(explained[1]?.meaning).toContain('foreign nationals');
  expect(explained[4]?.meaning).toContain('Bill Clinton');
});
