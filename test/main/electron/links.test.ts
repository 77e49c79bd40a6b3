import { describe, expect, it } from 'vitest';
import { isPageAddress } from '../../../main/electron/addresses.ts';
import { linkAmong, parseLink } from '../../../main/electron/links.ts';

describe('links from outside', () => {
  it.each([
    ['valise://05HANOI841', '05HANOI841', null],
    ['valise://05hanoi841/', '05HANOI841', null],
    ['VALISE:05Hanoi841/3', '05HANOI841', 3],
    ['valise://06USUNNEWYORK1', '06USUNNEWYORK1', null],
  ])('%s opens a cable', (link, id, paragraph) => expect(parseLink(link)).toEqual({ id, paragraph }));

  it.each([
    'valise-app://app/index.html',
    'valise://../../etc/passwd',
    'valise://05HANOI841/../x',
    'valise://05HANOI841?import=/etc',
    'valise://05HANOI841#x',
    'valise://a b',
    'valise:',
    'valise:javascript:alert(1)',
    'https://example.org/valise:05HANOI841',
    `valise://${'A'.repeat(200)}`,
    'valise://05HANOI841/99999',
    '--valise:05HANOI841',
  ])('%s does nothing', link => expect(parseLink(link)).toBeNull());

  it('are found among the words of a command line', () => {
    expect(linkAmong(['--no-sandbox', '/app', 'valise:05HANOI841'])).toEqual({
      id: '05HANOI841',
      paragraph: null,
    });
    expect(linkAmong(['--no-sandbox', '05HANOI841'])).toBeNull();
  });
});

describe("the page's address", () => {
  it.each([
    ['valise-app://app/index.html', true],
    ['valise-app://app/index.html#/cable/05HANOI841', true],
    ['valise-app://print/abc', false],
    ['valise-app://app.evil/index.html', false],
    ['https://app/index.html', false],
    ['file:///app/index.html', false],
    ['', false],
  ])('%s: %s', (address, ours) => expect(isPageAddress(address)).toBe(ours));
});
