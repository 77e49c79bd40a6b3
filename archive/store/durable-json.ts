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

/** The value of a sealed JSON text. Throws `archive-damaged` where it does not parse, fit its checksum or its schema. */
export function unsealJson<T>(text: string, schema: z.ZodType<T>, name: string): T {
  const damaged = (why: string) =>
    new ArchiveError(
      'archive-damaged',
      `${name} is damaged (${why}). It is set aside and made anew where that is possible.`,
      {
        file: name,
      },
    );
  const sealed = /,?\s*"checksum":\s?"([0-9a-f]{64})"(\s*\})\s*$/.exec(text);
  if (sealed === null) throw damaged('its checksum is missing');
  if (sha256(text.slice(0, sealed.index) + (sealed[2] ?? '')) !== sealed[1])
    throw damaged('its checksum does not fit');
  let value: unknown;
  try {
    value = JSON.parse(text.slice(0, sealed.index) + (sealed[2] ?? ''));
  } catch {
    throw damaged('it is no JSON');
  }
  const checked = schema.safeParse(value);
  if (!checked.success) throw damaged('its content is not what it should be');
  return checked.data;
}

/** A lowdb adapter over one durable JSON file. `read` answers null only where the file is absent. */
export class DurableJson<T extends object> implements Adapter<T> {
  readonly #options: DurableJsonOptions<T>;

  constructor(options: DurableJsonOptions<T>) {
    this.#options = options;
  }

  /** Throws `archive-damaged` where the file is there but not whole. */
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
