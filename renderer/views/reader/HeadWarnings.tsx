/** Damage and doubt about the cable as a whole, before its text: whoever folds the pane away must still know of it. */
import { say } from '../../words/say.ts';
import { withdrawnText } from './withdrawn-text.ts';
import type { ShownCable } from '../../../preload/contract/index.ts';

/** So many are told here; all of them stand in the pane. */
const few = 2;

/** Whether a warning is about a place in the text, where it is told too. */
export const hasPlace = ({ start, end }: ShownCable['warnings'][number]): boolean =>
  start !== null && end !== null && end > start;

/** That it is an extract is said in the source's own words; that the markings differ stands with the marking. */
export const toldElsewhere = ({ code }: { code: string }): boolean =>
  code === 'partial-extract' || code === 'classification-differs';

export function HeadWarnings({ cable }: { cable: ShownCable }) {
  const whole = cable.warnings.filter(warning => !hasPlace(warning) && !toldElsewhere(warning));
  // A text that was taken back must not be taken for the cable's own.
  const withdrawn = cable.versions.find(({ shown, withdrawn }) => shown && withdrawn);
  if (whole.length === 0 && withdrawn === undefined) return null;
  return (
    <ul className="warnings head-warnings">
      {withdrawn === undefined ? null : <li>{withdrawnText(cable, withdrawn)}</li>}
      {whole.slice(0, few).map(({ code, message }) => (
        <li key={`${code} ${message}`}>{message}</li>
      ))}
      {whole.length > few ? <li>{say('warning.more', { count: whole.length - few })}</li> : null}
    </ul>
  );
}
