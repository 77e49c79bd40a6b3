/** What verify found, by what is to be done about it: a sentence for each file, not one for each byte. */
import type { WordKey } from '../../words/en.ts';
import type { VerifyReport } from '../../../preload/contract/index.ts';

type Fault = VerifyReport['faults'][number];

/** The sentence for each code of verify's. */
const sentences: Readonly<Record<string, WordKey>> = {
  'pack-missing': 'fault.pack',
  'pack-short': 'fault.pack',
  'pack-changed': 'fault.pack',
  'frame-damaged': 'fault.pack',
  'record-lost': 'fault.pack',
  'pack-unknown': 'fault.pack',
  'not-in-catalogue': 'fault.catalogue',
  'bag-file-missing': 'fault.bag',
  'bag-file-differs': 'fault.bag',
  'receipt-missing': 'fault.receipt',
  'receipt-changed': 'fault.receipt',
  tail: 'fault.leftover',
  uncommitted: 'fault.leftover',
  'foreign-file': 'fault.foreign',
  'index-damaged': 'fault.index',
  'index-incomplete': 'fault.index',
};

export interface FaultGroup {
  sentence: WordKey;
  file: string;
  /** what was found there, in verify's own words; the first of them */
  found: string[];
  count: number;
}

/** So many findings are told of one file; a pack that is nothing but damage has thousands. */
const most = 20;

/** One group for each file and sentence, in the order in which they were found. */
export function faultGroups(faults: readonly Fault[]): FaultGroup[] {
  const groups = new Map<string, FaultGroup>();
  for (const { code, file, message } of faults) {
    const sentence = sentences[code] ?? 'fault.other';
    // The index is one thing to the person, however many files it has.
    const name = sentence === 'fault.index' ? sentence : `${sentence} ${file}`;
    const group = groups.get(name) ?? { sentence, file, found: [], count: 0 };
    group.count += 1;
    if (group.found.length < most) group.found.push(message);
    groups.set(name, group);
  }
  return [...groups.values()];
}
