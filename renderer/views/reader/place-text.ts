/** A place in what was given, in words: file, member of an archive file, row. */
import { say } from '../../words/say.ts';

interface Place {
  file: string;
  member: string | null;
  row: number | null;
}

export function placeText({ file, member, row }: Place): string {
  const name = member === null ? file : `${file} › ${member.replaceAll('!', ' › ')}`;
  return row === null ? name : say('reader.sightingRow', { file: name, row });
}
