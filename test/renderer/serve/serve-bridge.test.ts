// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readEnvelope } from '../../../renderer/serve/serve-bridge.ts';
import { filesIn, pathedFiles } from '../../../renderer/serve/upload.ts';
import type { DroppedEntry } from '../../../renderer/serve/upload.ts';

describe('answers of the serve host', () => {
  test('an envelope is taken as it is', async () => {
    const response = new Response(
      JSON.stringify({ ok: false, error: { code: 'read-only', message: 'No.' } }),
    );
    expect(await readEnvelope(response)).toEqual({ ok: false, error: { code: 'read-only', message: 'No.' } });
  });
  test('a page that lost its cookie says how to get in again', async () => {
    const result = await readEnvelope(new Response('{}', { status: 401 }));
    expect(result).toMatchObject({ ok: false, error: { code: 'engine-gone' } });
    expect(result.ok || result.error.message).toContain('Open the address');
  });
  test('what is no envelope is a fault, never an answer', async () => {
    for (const text of [
      '',
      '<html>',
      '{"ok":"yes"}',
      '{"ok":false,"error":{"code":"made-up","message":""}}',
    ]) {
      expect(await readEnvelope(new Response(text, { status: 502 }))).toMatchObject({ ok: false });
    }
  });
});

/** A dropped folder as a browser tells of it: at most `batch` entries a call. */
function folder(name: string, inside: DroppedEntry[], batch = 2): DroppedEntry {
  const createReader = () => {
    let at = 0;
    return {
      readEntries(found: (entries: DroppedEntry[]) => void) {
        found(inside.slice(at, at + batch));
        at += batch;
      },
    };
  };
  const entry = { isFile: false, isDirectory: true, name, createReader };
  return entry;
}

function file(name: string): DroppedEntry {
  const entry = {
    isFile: true,
    isDirectory: false,
    name,
    file: (found: (file: File) => void) => found(new File(['GENERATED'], name)),
  };
  return entry;
}

describe('what was dropped', () => {
  test('every file of a folder is found, however deep and however many, with its path', async () => {
    const dropped = folder('Papers', [
      file('a.txt'),
      file('b.txt'),
      folder('2005', [file('c.html')]),
      file('d.csv'),
    ]);
    expect((await filesIn(dropped)).map(one => one.path)).toEqual([
      'Papers/a.txt',
      'Papers/b.txt',
      'Papers/2005/c.html',
      'Papers/d.csv',
    ]);
  });
  test('without entries the files stand alone', async () => {
    const files = await pathedFiles({ files: [new File(['x'], 'a.txt')], entries: [] });
    expect(files.map(one => one.path)).toEqual(['a.txt']);
  });
});
