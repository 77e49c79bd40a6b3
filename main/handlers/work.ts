/** Methods about the person's own work: dossiers, notes, highlights, searches, and undoing. */
import type { Standing } from '../../archive/model/work.ts';
import { cable } from './cables.ts';
import type { Context, HandlersOf } from './context.ts';

export function workHandlers({ engine, events, library }: Context): HandlersOf<'work'> {
  /** Tells every window of a change, also the one that made it. */
  const told = async <T extends Standing>(work: Promise<T>): Promise<T> => {
    const answer = await work;
    events.emit({ name: 'work', data: { revision: answer.revision } });
    return answer;
  };
  /** The archive's notices tell how many changes wait beside the settings. */
  const toldWithNotices = async <T extends Standing>(work: Promise<T>): Promise<T> => {
    const answer = await told(work);
    if (answer.place === 'overlay') await library.tellChange();
    return answer;
  };

  return {
    'work.show': () => engine.call('work', {}),
    'work.cable': ({ id, key }) => engine.call('cableWork', cable(id, key)),
    'work.edit': ({ edit }) => toldWithNotices(engine.call('editWork', { edit })),
    'work.undo': () => toldWithNotices(engine.call('undoWork', {})),
    'work.redo': () => toldWithNotices(engine.call('redoWork', {})),
    'work.visit': input => told(engine.call('visit', input)),
    'work.searched': input => told(engine.call('searched', input)),
    'work.mergeOverlay': async () => {
      const report = await told(engine.call('mergeOverlay', {}));
      await library.tellChange();
      return report;
    },
  };
}
