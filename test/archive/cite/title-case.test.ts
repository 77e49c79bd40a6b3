import { describe, expect, it } from 'vitest';
import { titleCase } from '../../../archive/cite/title-case.ts';

const title = (subject: string, body = '', tags: string[] = []) =>
  titleCase(subject, { body, tags, captions: [] });

describe('a subject as a headline', () => {
  it.each([
    ['VIETNAM HOSTS SIX-COUNTRY MEETING', 'Vietnam Hosts Six-Country Meeting'],
    [
      'PM MEETS WITH THE UN ON IRAN: A VIEW FROM THE GULF',
      'PM Meets with the UN on Iran: A View from the Gulf',
    ],
    ["O'BRIEN'S VISIT TO THE PRC AND DPRK", 'O’Brien’s Visit to the PRC and DPRK'.replaceAll('’', "'")],
    ['PART II OF III - U.S. VIEWS ON THE G-8', 'Part II of III - U.S. Views on the G-8'],
    ['WHAT IT IS ALL FOR', 'What It Is All For'],
    ['DR. SMITH MEETS MR. NGUYỄN', 'Dr. Smith Meets Mr. Nguyễn'],
    ['END-OF-YEAR REPORT ON C-17S/F-16S', 'End-of-Year Report on C-17S/F-16S'],
    ['(U) WHO ARE "THE OTHERS"?', '(U) Who Are "the Others"?'],
  ])('%s', (subject, expected) => {
    expect(title(subject)).toBe(expected);
  });

  it.each(["'", '"', "'S", 'A.', '-'])('reads a line of %s at once', seed => {
    const before = process.cpuUsage();
    title(`${seed.repeat(10_000)}X Y`);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(3);
  });

  it('leaves a subject with small letters alone', () => {
    expect(title('Vietnam hosts a meeting')).toBe('Vietnam hosts a meeting');
  });

  it('writes names as the cable’s own text writes them', () => {
    const body =
      'The delegation met McCain in Hanoi and later the VCP chairman. The group saw VCP, and McCain left.';
    expect(title('MCCAIN AND THE VCP TALK', body)).toBe('McCain and the VCP Talk');
  });

  it('keeps the cable’s own TAGS', () => {
    expect(title('AN OMIG MEETING', '', ['OMIG'])).toBe('An OMIG Meeting');
  });
});
