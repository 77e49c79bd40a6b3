/** A cable as a CSL-JSON item: what Zotero and other reference managers read. */
import { z } from 'zod';
import type { ShownCable } from '../model/archive.ts';
import { markingInWords } from './marking-words.ts';
import { copyUsed } from './copy-used.ts';
import { recipientOf, senderOf } from './parties.ts';
import { titleCase } from './title-case.ts';

const NameSchema = z.object({ literal: z.string() });

export const CslItemSchema = z.object({
  id: z.string(),
  type: z.literal('report'),
  genre: z.literal('telegram'),
  number: z.string(),
  title: z.string(),
  author: z.array(NameSchema),
  recipient: z.array(NameSchema).exactOptional(),
  publisher: z.string().exactOptional(),
  issued: z.object({ 'date-parts': z.tuple([z.tuple([z.int(), z.int(), z.int()])]) }).exactOptional(),
  /** the original marking, and that it is the original one */
  note: z.string().exactOptional(),
  /** how much of the cable the copy has, where that is not all */
  dimensions: z.string().exactOptional(),
  /** which copy was read */
  source: z.string().exactOptional(),
  URL: z.string().exactOptional(),
  language: z.literal('en-US'),
});
export type CslItem = z.infer<typeof CslItemSchema>;

/** The item of a cable. `url` takes the place of the address that the source gives. */
export function cslItem(cable: ShownCable, url?: string): CslItem {
  const recipient = recipientOf(cable);
  const issued = dateParts(cable.created);
  const note = markingInWords(cable.classification ?? cable.textClassification);
  const source = copyUsed(cable);
  const address = url ?? webAddress(cable.published['address']);
  return {
    id: cable.canonicalId,
    type: 'report',
    genre: 'telegram',
    number: cable.canonicalId,
    title: titleCase(cable.subject ?? '[no subject]', cable),
    author: [{ literal: senderOf(cable) }],
    ...(recipient === null ? {} : { recipient: [{ literal: recipient }] }),
    ...(cable.origin === null ? {} : { publisher: cable.origin }),
    ...(issued === null ? {} : { issued: { 'date-parts': [issued] } }),
    ...(note === null ? {} : { note: `${note} (original marking)` }),
    ...(cable.partial === true ? { dimensions: 'partial extract' } : {}),
    ...(source === null ? {} : { source }),
    ...(address === undefined ? {} : { URL: address }),
    language: 'en-US',
  };
}

function dateParts(created: string | null): [number, number, number] | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T/.exec(created ?? '');
  return match === null ? null : [Number(match[1]), Number(match[2]), Number(match[3])];
}

/** An address of the web; a cable's own words can be anything. */
function webAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:\/\/\S+$/i.test(address.trim()) ? address.trim() : undefined;
}
