/** The shim of a page's preload: Electron 29 moved `File.path` to `webUtils.getPathForFile`. */
import electron from 'electron';

function getPathForFile(file: File): string {
  const path: unknown = Reflect.get(file, 'path');
  return typeof path === 'string' ? path : '';
}

if (!Reflect.has(electron, 'webUtils')) {
  Object.defineProperty(electron, 'webUtils', { value: { getPathForFile }, enumerable: true });
}
