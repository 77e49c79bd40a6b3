/** The clipboard, also where the host grants the page no permissions. */
import { say } from '../words/say.ts';
import { tell } from './notices.ts';

/** Copies by a selection, as a person would: needs no permission, only that a key or button was just pressed. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}

/** Puts a text on the clipboard and says so. */
export async function copy(text: string, done: string): Promise<void> {
  let copied: boolean;
  try {
    await navigator.clipboard.writeText(text);
    copied = true;
  } catch {
    // Electron's window has no permissions at all, this one included.
    copied = copyBySelection(text);
  }
  if (copied) tell(done);
  else tell(say('reader.copyFailed'), 'fault');
}
