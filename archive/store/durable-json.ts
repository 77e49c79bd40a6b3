/**
 * lowdb's adapter, made durable. lowdb's own does not fsync and takes a missing file for a new user; this one writes
 * whole files, keeps a `.bak`, carries a checksum, and tells a missing file from a damaged one.
 */
import type { Adapter } from 'lowdb';
import type { z } from 'zod';
import { ArchiveError } from '../errors.ts';
import type { Disk } from './disk.ts';
import { createDurably, replaceDurably } from './durable.ts';
import { sha256 } from './identity.ts';
import { keepUnknown } from './unknown-fields.ts';

export interface DurableJsonOptions<T> {
  disk: Disk;
  path: string;
  schema: z.ZodType<T>;
  /** where temporary files are made */
  aside: string;
  /** keep the file before as `.bak` */
  backup: boolean;
  /** the file never changes: it is created under a new name */
  immutable?: boolean;
}

const checksumName = 'checksum';

/** The JSON text of a value with its own SHA-256 as the last member. */
export function sealJson(value: object, indent: number): string {
  const text = JSON.stringify(value, null, indent);
  const end = indent > 0 ? '\n}' : '}';
  const open = text.slice(0, text.length - end.length);
  const comma = open.endsWith('{') ? '' : ',';
  const gap = indent > 0 ? `\n${' '.repeat(indent)}` : '';
  return `${open}${comma}${gap}"${checksumName}":${indent > 0 ? ' ' : ''}"${sha256(text)}"${end}\n`;
}

function damage(name: string, why: string): ArchiveError {
  const message = `${name} is damaged (${why}). It is set aside and made anew where that is possible.`;
  return new ArchiveError('archive-damaged', message, { file: name });
}

/** The value of a sealed JSON text, as it stands there. Throws `archive-damaged` where it does not parse or fit its checksum. */
export function unsealValue(text: string, name: string): unknown {
  const sealed = /,?\s*"checksum":\s?"([0-9a-f]{64})"(\s*\})\s*$/.exec(text);
  if (sealed === null) throw damage(name, 'its checksum is missing');
  const plain = text.slice(0, sealed.index) + (sealed[2] ?? '');
  if (sha256(plain) !== sealed[1]) throw damage(name, 'its checksum does not fit');
  try {
    return JSON.parse(plain);
  } catch {
    throw damage(name, 'it is no JSON');
  }
}

/**
 * The value as the schema reads it, with every field that the schema does not know. Throws `archive-newer` where it is
 * whole and can't be read all the same: that is another program's work, and no damage.
 */
export function understood<T>(value: unknown, schema: z.ZodType<T>, name: string): T {
  const checked = schema.safeParse(value);
  if (!checked.success) {
    const message = `${name} is whole, but this version of Valise can't read it: a newer one wrote it. It is left as it is. Open the archive with a newer version, or for reading only.`;
    throw new ArchiveError('archive-newer', message, { file: name });
  }
  keepUnknown(checked.data, value);
  return checked.data;
}

/** The value of a sealed JSON text. Throws `archive-damaged` and `archive-newer` as the two above. */
export function unsealJson<T>(text: string, schema: z.ZodType<T>, name: string): T {
  return understood(unsealValue(text, name), schema, name);
}

/** A lowdb adapter over one durable JSON file. `read` answers null only where the file is absent. */
export class DurableJson<T extends object> implements Adapter<T> {
  readonly #options: DurableJsonOptions<T>;

  constructor(options: DurableJsonOptions<T>) {
    this.#options = options;
  }

  /** Throws `archive-damaged` where the file is there but not whole, `archive-newer` where it is whole and not understood. */
  async read(): Promise<T | null> {
    const { disk, path, schema } = this.#options;
    const bytes = await disk.readFile(path);
    if (bytes === null) return null;
    return unsealJson(bytes.toString('utf8'), schema, path.split(/[\\/]/).at(-1) ?? path);
  }

  async write(value: T): Promise<void> {
    const { disk, path, aside, backup, immutable } = this.#options;
    const bytes = Buffer.from(sealJson(value, immutable === true ? 0 : 2));
    if (immutable === true) await createDurably(disk, path, bytes);
    else await replaceDurably(disk, path, bytes, aside, backup);
  }
}
