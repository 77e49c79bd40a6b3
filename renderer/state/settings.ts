/** How the person likes the window: kept between starts, for all archives. */
import { z } from 'zod';
import { create } from 'zustand';
import { keep, readKept } from './kept.ts';

export const Themes = ['system', 'light', 'night', 'sepia'] as const;
export const Languages = ['en', 'de'] as const;
/** Reading sizes in steps of the root size; 1 is 18 px. */
export const TextSizes = [0.85, 1, 1.15, 1.3, 1.5, 1.75, 2] as const;

/** How wide the column of text is; about 54, 66 and 84 characters. */
export const Measures = ['narrow', 'normal', 'wide'] as const;
/** The face of the reading view; what was transmitted is always in the telegram's. */
export const Faces = ['serif', 'sans', 'mono'] as const;
/** The parts of what is told beside a cable. */
export const AboutParts = ['about', 'references', 'notes', 'versions'] as const;

const PaneSchema = z.enum(['facets', 'preview', 'outline', 'about']);

/** What a table of results can show of a cable, in this order. */
export const ColumnNames = ['date', 'id', 'origin', 'classification', 'subject', 'tags'] as const;
const ColumnSchema = z.enum(ColumnNames);
const firstColumns = ['date', 'id', 'origin', 'classification', 'subject'] as const;
export type ColumnName = z.infer<typeof ColumnSchema>;

const SettingsSchema = z.object({
  theme: z.enum(Themes).catch('system'),
  language: z.enum(Languages).catch('en'),
  textSize: z.number().min(0.5).max(3).catch(1),
  view: z.enum(['reading', 'transmitted']).catch('reading'),
  measure: z.enum(Measures).catch('normal'),
  face: z.enum(Faces).catch('serif'),
  /** whether the reading view shows what it changed */
  changes: z.boolean().catch(false),
  aboutPart: z.enum(AboutParts).catch('about'),
  facets: z.boolean().catch(true),
  preview: z.boolean().catch(true),
  outline: z.boolean().catch(true),
  about: z.boolean().catch(true),
  /** how results stand in the list */
  layout: z.enum(['rows', 'table']).catch('rows'),
  density: z.enum(['comfortable', 'compact']).catch('comfortable'),
  columns: z.array(ColumnSchema).catch([...firstColumns]),
  timeline: z.boolean().catch(true),
  /** facets that are folded away */
  folded: z.array(z.string().max(40)).catch(['year', 'caption', 'partial', 'redacted', 'dossier']),
  /** widths that panes were drawn to, in pixels; a pane without one has its own */
  widths: z.partialRecord(PaneSchema, z.number().min(120).max(2000)).catch({}),
});
export type Settings = z.infer<typeof SettingsSchema>;
export type Theme = Settings['theme'];
/** The panes that fold. */
export type Pane = z.infer<typeof PaneSchema>;

const first: Settings = {
  theme: 'system',
  language: 'en',
  textSize: 1,
  view: 'reading',
  measure: 'normal',
  face: 'serif',
  changes: false,
  aboutPart: 'about',
  facets: true,
  preview: true,
  outline: true,
  about: true,
  layout: 'rows',
  density: 'comfortable',
  columns: [...firstColumns],
  timeline: true,
  folded: ['year', 'caption', 'partial', 'redacted', 'dossier'],
  widths: {},
};

export const useSettings = create<Settings>(() => readKept('settings', SettingsSchema, first));

useSettings.subscribe(settings => keep('settings', settings));

export function setSettings(change: Partial<Settings>): void {
  useSettings.setState(change);
}

/** The next reading size up (1) or down (-1); stays at the ends. */
export function nextTextSize(now: number, step: 1 | -1): number {
  const bigger = TextSizes.find(size => size > now + 0.01);
  const smaller = TextSizes.findLast(size => size < now - 0.01);
  return (step === 1 ? bigger : smaller) ?? now;
}
