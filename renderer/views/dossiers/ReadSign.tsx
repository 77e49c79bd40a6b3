/** A calm word on a row of a list: this cable was read. */
import { useIsRead } from '../../state/read-marks.ts';
import { say } from '../../words/say.ts';

export function ReadSign({ id }: { id: string }) {
  return useIsRead(id) ? <span className="row-note row-read">{say('read.read')}</span> : null;
}
