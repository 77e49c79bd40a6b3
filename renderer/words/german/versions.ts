/** Fassungen einer Depesche, die zurückgezogen wurden. */
import type { versions as english } from '../english/versions.ts';

export const versions: Record<keyof typeof english, string> = {
  'version.withdrawn': 'Diese Fassung wurde zurückgezogen. Nichts wurde gelöscht.',
  'version.withdrawnImport': 'Diese Fassung wurde zurückgezogen. Sie kam mit „{file}“, importiert am {date}.',
};
