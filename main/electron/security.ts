/** What no window of ours may do, whatever is in it: Electron's security checklist, in one place. */
import type { App, Session, WebContents } from 'electron';
import { SCHEME, isPageAddress } from './addresses.ts';

/** Bounds every web contents there will ever be: no way out of the page, no new windows, no webviews. */
export function setupContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => bound(contents));
}

function bound(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', event => event.preventDefault());
  const stay = (event: { preventDefault(): void }, address: string) => {
    if (!isPageAddress(address)) event.preventDefault();
  };
  contents.on('will-navigate', (event, address) => stay(event, address));
  contents.on('will-redirect', (event, address) => stay(event, address));
  // A frame may hold what the page writes into it (the print preview), and goes nowhere from there.
  contents.on('will-frame-navigate', event => {
    if (!event.isMainFrame && !event.url.startsWith('about:')) event.preventDefault();
  });
}

/** Bounds a session: no permissions, no downloads, no spelling dictionary, no address but our own. */
export function setupSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', event => event.preventDefault());
  // A window fetches its dictionary whatever its own setting says, unless the session is told too.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOurs(details.url) }));
}

/** Addresses that stay inside: our scheme, what a page makes of its own bytes, and the developer tools' own files. */
function isOurs(address: string): boolean {
  const scheme = address.slice(0, address.indexOf(':'));
  return [SCHEME, 'data', 'blob', 'about', 'devtools'].includes(scheme);
}
