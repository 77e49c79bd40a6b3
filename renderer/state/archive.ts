/** The archive that is open, and what this host is. */
import { create } from 'zustand';
import { call, listen } from '../api.ts';
import { say } from '../words/say.ts';
import { forgetCables } from './cables.ts';
import { putAway, tell } from './notices.ts';
import type { ArchiveInfo, ErrorShape, HostInfo } from '../../preload/contract/index.ts';

export interface ArchiveState {
  host: HostInfo | null;
  /** null where no archive is open */
  info: ArchiveInfo | null;
  /** false until the host answered for the first time */
  known: boolean;
  fault: ErrorShape | null;
}

export const useArchive = create<ArchiveState>(() => ({ host: null, info: null, known: false, fault: null }));

/** Takes over what an answer or an event told of the archive. */
export function setArchive(info: ArchiveInfo | null): void {
  const before = useArchive.getState().info;
  if (before?.id !== info?.id || before?.generation !== info?.generation) forgetCables();
  useArchive.setState({ info, known: true, fault: null });
}

/** Asks the host what it is and which archive is open. */
export async function meetHost(): Promise<void> {
  const [host, info] = await Promise.all([call('host.info', {}), call('archive.info', {})]);
  if (!host.ok) return useArchive.setState({ fault: host.error, known: true });
  useArchive.setState({ host: host.value });
  if (info.ok) setArchive(info.value);
  else useArchive.setState({ fault: info.error, known: true });
}

/**
 * An archive that is only read here changes by another program's hand: what is shown stays put until the person asks.
 * The newest state is what the notice shows, however many come.
 */
let waiting: { info: ArchiveInfo; notice: number } | null = null;

function takeEvent(info: ArchiveInfo | null): void {
  const before = useArchive.getState().info;
  const byAnother =
    info !== null &&
    info.readOnly &&
    before?.id === info.id &&
    before.readOnly &&
    before.generation !== info.generation;
  if (waiting !== null) putAway(waiting.notice);
  waiting = null;
  if (!byAnother) return setArchive(info);
  const show = (): void => {
    waiting = null;
    setArchive(info);
  };
  const text = say('library.newer', { count: Math.max(0, info.cables - before.cables) });
  waiting = { info, notice: tell(text, 'done', [{ label: say('library.showNewer'), run: show }]) };
}

/** Keeps up with the archive; the answer ends it. */
export function followArchive(): () => void {
  return listen('archive', takeEvent);
}
