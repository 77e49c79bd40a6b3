/** What an archive says of itself, for whoever finds it without Valise: a text beside the bag's own files. */
import type { Disk } from './disk.ts';
import { replaceDurably } from './durable.ts';
import { Names, within } from './layout.ts';

const text = `This folder is an archive of diplomatic cables, kept by the program Valise.
It can be read without it. Nothing in it is compressed or encrypted.

data/       The cables. Each file holds those made in one month (data/undated/ those without a date), one after
            the other, as plain UTF-8 text. Any editor opens them.
receipts/   What was imported, when, from which files, and what was refused and why (JSON; a long receipt has
            its lines beside it as NDJSON, one JSON object a line).
notes.json  The notes, highlights, dossiers and searches of the person who worked with the archive (JSON).
            notes.json.bak is the state before the last change.
aside/      What was found damaged or left behind by a crash. Nothing here is needed; nothing is thrown away.
index/      Made from data/ for searching. It can be deleted: Valise makes it again.
commit.json What belongs to the archive at this moment, with lengths and SHA-256 checksums.

The folder is a bag as RFC 8493 (BagIt 1.0) describes it: bagit.txt, bag-info.txt, manifest-sha256.txt and
tagmanifest-sha256.txt. Any BagIt program can check it, and so can
    sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt

How a cable stands in a file of data/:
- It begins with a line "Valise-Record: 1". Lines "Name: value" follow, and an empty line ends them. They say what
  the cable is called, where it came from, and every field that its source published (Published-...).
- Header-Bytes and Body-Bytes are the lengths of the two texts that follow, in bytes: the routing header, with a
  line end behind it (neither is there where Header-Bytes is 0), and the body, exactly as they were published.
- A line "Valise-End:" and an empty line close it.
- SHA-256 is the checksum of both lengths, a line end, the header and the body:
      (printf '0 8782\\n'; cat body) | sha256sum
- In values, \\n \\r \\t \\\\ and \\u{hex} stand for the characters that they stand for in C; \\s is a space.
- "Valise-Sighting: 1" is another copy of a cable whose text is the same: its SHA-256 names the one that holds it.
- "Valise-Withdrawal: 1" and "Valise-Restoral: 1" take a cable or an import back, and give it back. Nothing is erased.
`;

/**
 * Writes the text where there is none. It is in no manifest: it may be made better, or put away, and the bag stays
 * valid. An archive that can't be described is one all the same.
 */
export async function describeArchive(disk: Disk, folder: string): Promise<void> {
  const path = within(folder, Names.readMe);
  if ((await disk.size(path)) !== null) return;
  await replaceDurably(disk, path, Buffer.from(text), within(folder, Names.aside)).catch(() => undefined);
}
