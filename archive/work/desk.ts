/** The person's desk: everything that can be asked of their own work, one change after the other. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { PersonalWork } from '../archive.ts';
import { ArchiveError } from '../errors.ts';
import type { Notice, ShownCable } from '../model/archive.ts';
import type { ChosenValues, Notes } from '../model/notes.ts';
import { EditSchema } from '../model/work.ts';
import type {
  CableWork,
  Edit,
  EditInput,
  EditKind,
  MergeReport,
  Standing,
  Step,
  Work,
} from '../model/work.ts';
import type { OpenNotes } from '../store/notes.ts';
import { Anchorer, quotationAt } from './anchor.ts';
import { withLists } from './collections.ts';
import type { Lists } from './collections.ts';
import { editWork, searched, visited } from './edits.ts';
import type { Edited, Marked } from './edits.ts';
import { merged } from './merge.ts';
import { diff, isEmpty } from './patches.ts';
import type { WorkPlace } from './places.ts';
import type { WaitingOverlay } from './waiting-overlay.ts';
import { Steps, mustStand } from './steps.ts';

export interface DeskParts {
  notes: OpenNotes;
  place: WorkPlace;
  /** what was noted while this archive could not be written, where it can be now */
  overlay: WaitingOverlay | null;
  canonical: (cable: string) => string;
  show: (id: string, key?: string) => Promise<ShownCable>;
}

export class Desk implements PersonalWork {
  readonly #parts: DeskParts;
  readonly #steps = new Steps();
  // Begins at the time, so that it grows over a restart of the engine too.
  #revision = Date.now();
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** The work as it is now, for queries. */
  read(): Notes {
    return this.#parts.place.read();
  }

  /** What the person should know of where their notes are. */
  notices(): Notice[] {
    const { kind, waiting } = this.#standing();
    if (waiting === 0) return [];
    const changes = waiting === 1 ? 'One change' : `${waiting} changes`;
    const message =
      kind === 'archive'
        ? `${changes} to your notes, made while this archive could not be written, can be merged into it.`
        : `${changes} to your notes are kept beside Valise's settings, because this archive can't be written here. They can be merged into it where it can.`;
    return [{ code: kind === 'archive' ? 'notes-to-merge' : 'notes-beside', message }];
  }

  #standing(): { kind: Standing['place']; waiting: number } {
    const { place, overlay } = this.#parts;
    return { kind: place.kind, waiting: place.waiting + (overlay?.waiting ?? 0) };
  }

  #stand(): Standing {
    const { kind, waiting } = this.#standing();
    const { undo, redo } = this.#steps;
    return {
      revision: this.#revision,
      undo: undo?.kind ?? null,
      redo: redo?.kind ?? null,
      place: kind,
      waiting,
    };
  }

  /** One after the other, each on what others wrote meanwhile. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(async () => {
      const { place, overlay } = this.#parts;
      const changed = await place.refresh();
      if ((await overlay?.refresh()) === true || changed) this.#revision += 1;
      return work();
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  all(): Promise<Work> {
    return this.#inTurn(async () => {
      const { dossiers, notes, highlights, savedSearches, history, searches, readMarks } = this.read();
      const lists = { dossiers, notes, highlights, savedSearches, history, searches, readMarks };
      return { ...this.#stand(), ...lists };
    });
  }

  async cable(id: string, key?: string): Promise<CableWork> {
    const { canonical, show } = this.#parts;
    const shown = await show(id, key).catch((thrown: unknown) => {
      // Notes outlive what they are about.
      if (thrown instanceof ArchiveError && isAbsence(thrown) && key === undefined) return null;
      throw thrown;
    });
    const cable = shown?.canonicalId ?? canonical(id);
    const isIts = (item: { cable: string }) => item.cable === cable || canonical(item.cable) === cable;
    return this.#inTurn(async () => {
      const { notes, highlights, dossiers, readMarks } = this.read();
      const anchorer = shown === null ? null : new Anchorer(shown.body, shown.key);
      const laid = highlights
        .filter(isIts)
        .map(highlight => ({ ...highlight, anchor: anchorer?.find(highlight) ?? null }));
      const place = ({ anchor }: (typeof laid)[number]) => anchor?.start ?? Number.MAX_SAFE_INTEGER;
      return {
        ...this.#stand(),
        cable,
        key: shown?.key ?? null,
        notes: notes.filter(isIts),
        highlights: laid.sort((a, b) => place(a) - place(b)),
        dossiers: dossiers
          .filter(({ cables }) => cables.includes(cable))
          .map(({ id: dossier, name }) => ({ id: dossier, name })),
        read: readMarks.find(isIts)?.read ?? null,
      };
    });
  }

  async edit(input: EditInput): Promise<Step> {
    const parsed = EditSchema.safeParse(input);
    if (!parsed.success) throw new ArchiveError('bad-request', z.prettifyError(parsed.error));
    const edit = parsed.data;
    const marked = edit.kind === 'add-highlight' ? await this.#mark(edit) : null;
    const { canonical } = this.#parts;
    const means = { now: new Date().toISOString(), newId: randomUUID, canonical };
    return this.#change(edit.kind, lists => editWork(lists, edit, means, marked));
  }

  /** What a highlight marks, out of the record itself. */
  async #mark({ cable, key, start, end }: Extract<Edit, { kind: 'add-highlight' }>): Promise<Marked> {
    const shown = await this.#parts.show(cable, key);
    const quotation = quotationAt(shown.body, start, end);
    if (quotation === null)
      throw new ArchiveError('bad-request', 'There is no text there to highlight. Mark some text first.');
    return { cable: shown.canonicalId, key: shown.key, start, end, ...quotation };
  }

  /** A step of the person's where `kind` names one; else a trace that undoing passes over. */
  #change(kind: EditKind | null, make: (lists: Lists) => Edited): Promise<Step> {
    return this.#inTurn(async () => {
      const { place } = this.#parts;
      const before = place.read();
      const { lists, made } = make(before);
      const patches = diff(before, lists);
      if (isEmpty(patches)) return { ...this.#stand(), done: null, made: null };
      await place.write(patches, 'after');
      if (kind !== null) this.#steps.did({ kind, patches });
      this.#revision += 1;
      return { ...this.#stand(), done: kind, made };
    });
  }

  undo(): Promise<Step> {
    return this.#inTurn(async () => {
      const step = this.#steps.undo;
      if (step === null) return { ...this.#stand(), done: null, made: null };
      mustStand(this.read(), step.patches, 'after');
      await this.#parts.place.write(step.patches, 'before');
      this.#steps.undid();
      this.#revision += 1;
      return { ...this.#stand(), done: step.kind, made: null };
    });
  }

  redo(): Promise<Step> {
    return this.#inTurn(async () => {
      const step = this.#steps.redo;
      if (step === null) return { ...this.#stand(), done: null, made: null };
      mustStand(this.read(), step.patches, 'before');
      await this.#parts.place.write(step.patches, 'after');
      this.#steps.redid();
      this.#revision += 1;
      return { ...this.#stand(), done: step.kind, made: null };
    });
  }

  visit(cable: string): Promise<Step> {
    return this.#trace(lists => visited(lists, this.#parts.canonical(cable), new Date().toISOString()));
  }

  searched(query: string, filters?: ChosenValues): Promise<Step> {
    return this.#trace(lists => searched(lists, { query, filters }, new Date().toISOString()));
  }

  /** Where nothing can be written there is no history either, and that is no fault. */
  async #trace(make: (lists: Lists) => Lists): Promise<Step> {
    if (this.#parts.place.kind === 'none') return { ...this.#stand(), done: null, made: null };
    return this.#change(null, lists => ({ lists: make(lists), made: null }));
  }

  mergeOverlay(): Promise<MergeReport> {
    return this.#inTurn(async () => {
      const { notes, overlay, place } = this.#parts;
      if (place.kind !== 'archive')
        throw new ArchiveError(
          'read-only',
          'This archive is open for reading only. Open it where it can be written to merge your notes.',
        );
      const nothing = { added: 0, changed: 0, removed: 0, both: 0 };
      if (overlay === null) return { ...this.#stand(), ...nothing };
      const counts = await overlay.file.locked(async () => {
        const { overlay: own } = await overlay.file.read();
        if ((await overlay.file.stamp()) === null) return nothing;
        const result = merged(notes.read(), own);
        await notes.replace(now => withLists(now, result.lists));
        await overlay.file.retire();
        return result.counts;
      });
      // Steps before this may be about what the merging changed.
      this.#steps.forget();
      await overlay.refresh();
      this.#revision += 1;
      return { ...this.#stand(), ...counts };
    });
  }

  /** Waits until no change is running. */
  async quiet(): Promise<void> {
    await this.#last;
  }
}

const isAbsence = ({ code }: ArchiveError) => code === 'no-such-cable' || code === 'archive-damaged';
