/** What the person should know of where their notes are, with what to do about it. */
import { Button } from 'react-aria-components';
import { useArchive } from '../../state/archive.ts';
import { adviceOf } from '../../state/work-notices.ts';
import { mergeOverlay } from '../../state/work.ts';
import { say } from '../../words/say.ts';

export function WorkNotices() {
  const notices = useArchive(state => state.info?.notices) ?? [];
  const about = notices.flatMap(({ code, message }) => {
    const advice = adviceOf(code);
    return advice === null ? [] : [{ code, message, advice }];
  });
  if (about.length === 0) return null;
  return (
    <ul className="warnings work-notices">
      {about.map(({ code, message, advice }) => (
        <li key={`${code} ${message}`}>
          <p>{message}</p>
          <p>{advice}</p>
          {code === 'notes-to-merge' ? (
            <Button className="button" onPress={() => void mergeOverlay()}>
              {say('work.merge')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
