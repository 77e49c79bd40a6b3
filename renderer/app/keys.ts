/** Reading and writing of key names: `Mod+Shift+K`, `g l`, `?`. Pure. */

/** What a key press tells, of what is needed here. */
export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** The name of a key press, as the table of commands writes it. Shift is named for letters with other modifiers only. */
export function nameOfPress(press: Pressed, mac: boolean): string {
  const mod = mac ? press.metaKey : press.ctrlKey;
  const key = press.key.length === 1 ? (mod ? press.key.toUpperCase() : press.key) : press.key;
  const shift = press.shiftKey && (mod || press.altKey || press.key.length > 1);
  return `${mod ? 'Mod+' : ''}${press.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

const marks: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Delete: 'Del',
};

/** A key's name for the eye: `Ctrl+K`, on a Mac `⌘K`. */
export function writtenKey(name: string, mac: boolean): string {
  return name
    .split('+')
    .map(part => {
      if (part === 'Mod') return mac ? '⌘' : 'Ctrl';
      if (mac && part === 'Alt') return '⌥';
      if (mac && part === 'Shift') return '⇧';
      return marks[part] ?? part;
    })
    .filter(part => part !== '')
    .join(mac ? '' : '+')
    .replace(/^$/, '+');
}

/** Whether keys without a modifier belong to what has the focus: text is being typed there. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}
