/** Short messages on the status line, with what can be done about them. */
import { create } from 'zustand';

export interface NoticeAction {
  label: string;
  run: () => void;
}

export interface Notice {
  id: number;
  text: string;
  /** a fault stays until it is put away; the rest gives way to the next */
  kind: 'done' | 'fault';
  actions: NoticeAction[];
}

export const useNotices = create<{ notices: Notice[] }>(() => ({ notices: [] }));

let next = 0;

/** Tells something. What was merely done gives way; faults stay, the last three of them. Answers the id to put it away by. */
export function tell(text: string, kind: Notice['kind'] = 'done', actions: NoticeAction[] = []): number {
  next += 1;
  const faults = useNotices.getState().notices.filter(notice => notice.kind === 'fault');
  useNotices.setState({ notices: [...faults.slice(-2), { id: next, text, kind, actions }] });
  return next;
}

export function putAway(id: number): void {
  useNotices.setState({ notices: useNotices.getState().notices.filter(notice => notice.id !== id) });
}
