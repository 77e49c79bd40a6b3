import { expect, test } from 'vitest';
import { shownRoom } from '../../../renderer/app/shown-room.ts';
import type { ArchiveState } from '../../../renderer/state/archive.ts';
import { infoOf } from '../support/memory-bridge.ts';

const host = (firstStart: boolean): ArchiveState['host'] => ({
  host: 'electron',
  version: '1.0.0',
  runtime: null,
  platform: 'linux',
  firstStart,
  can: { chooseFiles: true, chooseFolder: true, paper: true },
});
const told: ArchiveState = { host: null, info: infoOf([]), known: true, fault: null };
const start = { room: 'start' } as const;

test('an archive told of before the host has answered shows no room yet, least of all one that is left again', () => {
  expect(shownRoom(start, told)).toBe('nothing');
  expect(shownRoom(start, { ...told, host: host(true) })).toEqual(start);
  expect(shownRoom(start, { ...told, host: host(false) })).toEqual({ room: 'search' });
});

test('a fault comes first, and where no archive is open the library', () => {
  const fault = { code: 'io', message: 'GENERATED' } as const;
  expect(shownRoom(start, { ...told, fault })).toBe('fault');
  expect(shownRoom({ room: 'history' }, { ...told, host: host(false), info: null })).toEqual({
    room: 'library',
  });
  expect(shownRoom({ room: 'history' }, { ...told, host: host(false) })).toEqual({ room: 'history' });
});
