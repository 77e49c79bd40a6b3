/** `valise:` links from outside: they open a cable and do nothing else. */
import type { App } from 'electron';
import type { EventData } from '../../preload/contract/events.ts';

/**
 * The cable, and perhaps the paragraph, that a link names: `valise://05HANOI841/3`, `valise:05HANOI841`. Null for
 * anything else. Ids are letters, digits and the few marks that posts' ids have; case doesn't matter.
 */
export function parseLink(link: string): EventData<'openCable'> | null {
  const match = /^valise:(?:\/\/)?([a-z0-9][a-z0-9_.-]{1,98}[a-z0-9])(?:\/(\d{1,4}))?\/?$/i.exec(link.trim());
  const id = match?.[1];
  if (id === undefined) return null;
  const paragraph = match?.[2];
  // Systems write the host part of an address in small letters; ids are in capitals.
  return { id: id.toUpperCase(), paragraph: paragraph === undefined ? null : Number(paragraph) };
}

/** The first link among a command line's words. */
export function linkAmong(words: readonly string[]): EventData<'openCable'> | null {
  for (const word of words) {
    const link = parseLink(word);
    if (link !== null) return link;
  }
  return null;
}

/** Takes links wherever the system gives them: at the start, to a running program, and by macOS's own event. */
export function setupLinks(app: App, open: (cable: EventData<'openCable'>) => void): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient('valise');
  const take = (link: EventData<'openCable'> | null) => {
    if (link !== null) open(link);
  };
  take(linkAmong(process.argv.slice(1)));
  app.on('second-instance', (_event, argv) => take(linkAmong(argv.slice(1))));
  app.on('open-url', (event, address) => {
    event.preventDefault();
    take(parseLink(address));
  });
}
