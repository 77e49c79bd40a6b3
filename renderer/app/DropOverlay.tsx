/** Lies over the window while something is held over it, and says what letting go will do. */
import { useArchive } from '../state/archive.ts';
import { whyNoImport } from '../state/importing.ts';
import { say } from '../words/say.ts';
import { useDrop } from './use-drop.ts';

export function DropOverlay() {
  const { held, items } = useDrop();
  const info = useArchive(state => state.info);
  if (!held) return null;
  const reason = whyNoImport();
  const into = { count: items, archive: info?.name ?? '' };
  return (
    <div className="drop-overlay">
      <div className="drop-frame">
        <p className="drop-title">{reason ?? say(items > 0 ? 'import.countInto' : 'import.into', into)}</p>
        {reason === null ? <p>{say('import.dropHelp')}</p> : null}
      </div>
    </div>
  );
}
