/** The bag (BagIt 1.0, RFC 8493): four small files derived from the commit, whole again after each one. */
import type { Commit } from './commit.ts';
import type { Disk } from './disk.ts';
import { replaceDurably } from './durable.ts';
import { escapeValue } from './escape.ts';
import { sha256 } from './identity.ts';
import { receiptFiles } from './receipt-files.ts';
import { Names, within } from './layout.ts';

/** A manifest's name for a file: RFC 8493 escapes line breaks and the percent sign. */
function manifestName(name: string): string {
  return name.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function manifestText(lines: readonly (readonly [string, string])[]): string {
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, sum]) => `${sum}  ${manifestName(name)}\n`)
    .join('');
}

/** The bag's files as they must be for this commit: name and content, in the order of writing. */
export function bagFiles(commit: Commit): [string, string][] {
  const packs = Object.entries(commit.packs);
  const bytes = packs.reduce((sum, [, pack]) => sum + pack.bytes, 0);
  const bagit = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
  const info = [
    `Bagging-Date: ${commit.committed.slice(0, 10)}`,
    `Bag-Software-Agent: ${escapeValue(commit.program)}`,
    `External-Description: ${escapeValue(commit.name)}`,
    `External-Identifier: ${commit.id}`,
    `Payload-Oxum: ${bytes}.${packs.length}`,
    `Valise-Format: ${commit.version}`,
    `Valise-Id: ${commit.id}`,
    `Valise-Token: ${commit.token}`,
    `Valise-Made: ${commit.made}`,
    `Valise-Generation: ${commit.generation}`,
  ].join('\n');
  const manifest = manifestText(packs.map(([name, pack]) => [name, pack.sha256]));
  const tags: [string, string][] = [
    [Names.bagit, bagit],
    [Names.bagInfo, `${info}\n`],
    [Names.manifest, manifest],
  ];
  const tagManifest = manifestText([
    ...tags.map(([name, text]): [string, string] => [name, sha256(text)]),
    ...receiptFiles(commit).map(({ file, sha256: sum }): [string, string] => [file, sum]),
  ]);
  return [...tags, [Names.tagManifest, tagManifest]];
}

/** Names of the bag's files that are not as the commit says. */
export async function laggingBagFiles(disk: Disk, folder: string, commit: Commit): Promise<string[]> {
  const lagging: string[] = [];
  for (const [name, text] of bagFiles(commit)) {
    const found = await disk.readFile(within(folder, name));
    if (found?.toString('utf8') !== text) lagging.push(name);
  }
  return lagging;
}

/** Writes the bag's files anew where they differ. A crash in between is seen and finished at the next open. */
export async function writeBag(disk: Disk, folder: string, commit: Commit): Promise<void> {
  const lagging = new Set(await laggingBagFiles(disk, folder, commit));
  for (const [name, text] of bagFiles(commit)) {
    if (!lagging.has(name)) continue;
    await replaceDurably(disk, within(folder, name), Buffer.from(text), within(folder, Names.aside));
  }
}

/** The fields of a `bag-info.txt`, each label's last value; empty where there is no such file. */
export async function readBagInfo(disk: Disk, folder: string): Promise<Map<string, string>> {
  const bytes = await disk.readFile(within(folder, Names.bagInfo));
  const lines = bytes?.toString('utf8').split(/\r?\n/) ?? [];
  return new Map(
    lines
      .map(line => /^([A-Za-z-]+):\s*(.*)$/.exec(line))
      .filter(match => match !== null)
      .map(match => [match[1] ?? '', match[2] ?? '']),
  );
}
