/** Keys everywhere in the window. */
import { useEffect } from 'react';
import { useArchive } from '../state/archive.ts';
import { useOverlays } from '../state/overlays.ts';
import { closeDrawer } from '../state/pane.ts';
import { commands } from './commands.ts';
import { isTyping, nameOfPress } from './keys.ts';

/** Whether the host's keyboard is a Mac's. */
export const onMac = (): boolean => useArchive.getState().host?.platform === 'darwin';

/** A first key of two (`g`) waits so long for the second, in milliseconds. */
const patience = 1000;

/** Where text is typed, these are about that text. */
const ownInFields = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+Y']);

export function useShortcuts(): void {
  useEffect(() => {
    let first = '';
    let since = 0;
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const { palette, keys, adding } = useOverlays.getState();
      if (palette || keys || adding !== null) return;
      if (event.key === 'Escape') closeDrawer();
      const name = nameOfPress(event, onMac());
      const plain = !name.includes('Mod+') && !name.includes('Alt+');
      if (isTyping(event.target) && (plain || ownInFields.has(name))) return;
      const now = Date.now();
      const names = now - since < patience ? [`${first} ${name}`, name] : [name];
      const command = commands.find(one => names.some(each => one.keys.includes(each)));
      if (command === undefined || command.when?.() === false) {
        first = name;
        since = now;
        return;
      }
      since = 0;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
