/** Whether a window can be shown here. */

/** Windows and macOS always have a display; elsewhere X11 or Wayland says so in the environment. */
export function hasDisplay(env: Readonly<Record<string, string | undefined>> = process.env): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return [env['DISPLAY'], env['WAYLAND_DISPLAY']].some(value => value !== undefined && value !== '');
}
