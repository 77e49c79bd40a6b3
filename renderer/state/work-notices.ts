/** What opening an archive told of the person's notes, on the status line, once; with what to do about it. */
import { say } from '../words/say.ts';
import { useArchive } from './archive.ts';
import { tell } from './notices.ts';
import { mergeOverlay } from './work.ts';

const codes = [
  'notes-to-merge',
  'notes-beside',
  'notes-recovered',
  'notes-lost',
  'overlay-unreadable',
] as const;
type NoticeCode = (typeof codes)[number];

const known = (code: string): NoticeCode | undefined => codes.find(one => one === code);

/** What to do about a notice on the notes, in plain words; null where it is about something else. */
export function adviceOf(code: string): string | null {
  const notice = known(code);
  return notice === undefined ? null : say(`notice.${notice}`);
}

/** Those that grow with every step are calm and told where they stand; these are told when the archive opens. */
const loud: readonly NoticeCode[] = ['notes-to-merge', 'notes-recovered', 'notes-lost', 'overlay-unreadable'];

/** Tells of notes that wait, were recovered or lost, whenever an archive opens; the answer ends it. */
export function followWorkNotices(): () => void {
  return useArchive.subscribe(({ info }, before) => {
    if (info === null || info.id === before.info?.id) return;
    for (const { code, message } of info.notices) {
      const notice = known(code);
      if (notice === undefined || !loud.includes(notice)) continue;
      const merge = { label: say('work.merge'), run: () => void mergeOverlay() };
      tell(`${message} ${say(`notice.${notice}`)}`, 'fault', notice === 'notes-to-merge' ? [merge] : []);
    }
  });
}
