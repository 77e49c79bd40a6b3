/** The page's own files, read out of the built folder and nothing above it. */
import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

export interface PageFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

/**
 * The file at a URL's path, percent-encoded as it came; `/` is index.html. Null for what isn't there, has a type that
 * the page doesn't use, or leads out of the folder.
 */
export async function readPageFile(folder: string, urlPath: string): Promise<PageFile | null> {
  const path = insideFolder(folder, urlPath === '/' ? '/index.html' : urlPath);
  if (path === null) return null;
  const type = TYPES[extname(path)];
  if (type === undefined) return null;
  try {
    return { bytes: new Uint8Array(await readFile(path)), type };
  } catch {
    return null;
  }
}

/** The path of a URL within a folder; null where it leads out of it or is no path. */
export function insideFolder(folder: string, urlPath: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (decoded.includes('\0')) return null;
  const path = join(folder, decoded);
  const inside = relative(folder, path);
  const outside = inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return outside ? null : path;
}
