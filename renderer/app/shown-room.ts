/** Which room the window shows: the one the address asks for, or what must be told first. */
import type { ArchiveState } from '../state/archive.ts';
import type { Place } from '../state/place.ts';

/**
 * `nothing` until it is known what the host is and which archive is open. The archive may be told of before the host has
 * answered; only with both it is known whether this is a first start.
 */
export function shownRoom(place: Place, archive: ArchiveState): Place | 'fault' | 'nothing' {
  const { host, info, known, fault } = archive;
  if (fault !== null) return 'fault';
  if (!known || host === null) return 'nothing';
  if (info === null) return { room: 'library' };
  return place.room === 'start' && !host.firstStart ? { room: 'search' } : place;
}
