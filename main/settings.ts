/** The settings file: which archives were open, how the window stood. Losing it loses no one's work. */
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import type { ArchiveInfo } from '../archive/model/archive.ts';
import { SettingsFile } from './settings-file.ts';

/** How many archives are remembered. */
const RECENT = 20;

const RecentSchema = z.object({
  path: z.string(),
  name: z.string(),
  opened: z.string(),
  /** as of the last time that it was open; settings of an older version have neither */
  id: z.string().optional(),
  cables: z.int().optional(),
});
export type Recent = z.infer<typeof RecentSchema>;

const WindowStateSchema = z.object({
  x: z.int().nullable(),
  y: z.int().nullable(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof WindowStateSchema>;

const SettingsSchema = z.object({
  version: z.literal(1),
  recent: z.array(RecentSchema),
  window: WindowStateSchema.nullable(),
});
export type SettingsData = z.infer<typeof SettingsSchema>;

/** What is remembered of an archive besides its name and place. */
type Known = Pick<ArchiveInfo, 'id' | 'cables'>;

export class Settings {
  readonly #db: Low<SettingsData>;

  private constructor(db: Low<SettingsData>) {
    this.#db = db;
  }

  /** Reads the settings of a folder; a file that can't be understood is put aside, never overwritten. */
  static async open(folder: string): Promise<Settings> {
    const file = new SettingsFile(join(folder, 'settings.json'), value => SettingsSchema.parse(value));
    const db = new Low<SettingsData>(file, { version: 1, recent: [], window: null });
    await db.read();
    return new Settings(db);
  }

  /** Archives opened before, the last one first. */
  get recent(): readonly Recent[] {
    return this.#db.data.recent;
  }

  get window(): WindowState | null {
    return this.#db.data.window;
  }

  /** Notes that an archive was opened now. */
  async remember(path: string, name: string, more: Partial<Known> = {}): Promise<void> {
    const others = this.recent.filter(recent => recent.path !== path);
    const opened = new Date().toISOString();
    const now = { path, name, opened, ...more };
    await this.#save({ ...this.#db.data, recent: [now, ...others].slice(0, RECENT) });
  }

  /** Notes how many cables an archive has by now, without moving it in the list. */
  async recount(path: string, { id, cables }: Known): Promise<void> {
    const before = this.recent.find(recent => recent.path === path);
    if (before === undefined || (before.cables === cables && before.id === id)) return;
    const now = { ...before, id, cables };
    const recent = this.recent.map(one => (one === before ? now : one));
    await this.#save({ ...this.#db.data, recent });
  }

  /** Takes an archive off the list; nothing of it is touched. */
  async forget(path: string): Promise<void> {
    await this.#save({ ...this.#db.data, recent: this.recent.filter(recent => recent.path !== path) });
  }

  async keepWindow(window: WindowState): Promise<void> {
    await this.#save({ ...this.#db.data, window });
  }

  /** The disk first, then memory: what was not written is not believed. */
  async #save(next: SettingsData): Promise<void> {
    await this.#db.adapter.write(next);
    this.#db.data = next;
  }
}
