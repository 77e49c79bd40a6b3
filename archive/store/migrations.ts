/** From each format to the next: what changes in the commit, step by step. Nothing here touches a disk. */
import { z } from 'zod';

/** A commit as it stands in its file, whatever its format. */
export type CommitFields = Readonly<Record<string, unknown>>;

export interface Migration {
  /** the format that it begins with; it ends with the next */
  from: number;
  /** what the person is told: what is better now */
  brings: string;
  /** The commit in the next format. Throws a ZodError where it was none of this format. */
  commit(before: CommitFields): CommitFields;
}

const Receipts = z.object({ receipts: z.array(z.looseObject({ id: z.string() })) });

/** All steps, in order. */
export const migrations: readonly Migration[] = [
  {
    from: 1,
    brings: 'Receipts of long imports keep their lines in a file beside them, and are read page by page.',
    // Format 1 had one file for each receipt, named by its id.
    commit(before) {
      const { receipts } = Receipts.parse(before);
      return {
        ...before,
        receipts: receipts.map(receipt => ({ ...receipt, file: `receipts/${receipt.id}.json` })),
      };
    },
  },
];

/** The steps that lead from a format to the last. */
export function stepsFrom(format: number, steps = migrations): readonly Migration[] {
  return steps.filter(({ from }) => from >= format);
}

/** The commit of an older format with the fields of the last. Its `version` goes on saying what is on disk. */
export function upgraded(commit: CommitFields, format: number, steps = migrations): CommitFields {
  return stepsFrom(format, steps).reduce((before, step) => step.commit(before), commit);
}
