/** Writes .tar files with any members. */
import { buffer } from 'node:stream/consumers';
import { pack, type Header } from 'tar-stream';

export interface TarMember {
  name: string;
  content?: string | Uint8Array;
  type?: Header['type'];
  linkname?: string;
}

/** The bytes of a tar with these members. */
export async function tarOf(members: readonly TarMember[]): Promise<Buffer> {
  const tar = pack();
  for (const { name, content, type, linkname } of members) {
    const header = { name, type: type ?? 'file', ...(linkname === undefined ? {} : { linkname }) } as const;
    if (content === undefined) tar.entry(header).end(undefined);
    else tar.entry(header, Buffer.from(content));
  }
  tar.finalize();
  return buffer(tar);
}
