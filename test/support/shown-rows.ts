/** The records of an open archive as rows for the naive search: what `show` tells of each, version by version. */
import type { Archive } from '../../archive/archive.ts';
import type { TestRow } from './search-archive.ts';

/** All versions of these cables, withdrawn ones too. */
export async function shownRows(archive: Archive, ids: Iterable<string>): Promise<TestRow[]> {
  const rows: TestRow[] = [];
  for (const id of ids) {
    const { versions } = await archive.show(id);
    for (const { key, withdrawn } of versions) {
      const record = await archive.show(id, key);
      rows.push({
        id: record.canonicalId,
        header: record.header,
        body: record.body,
        subject: record.subject ?? '',
        references: record.references.flatMap(reference => reference.id ?? []),
        withdrawn,
        ...(record.tags.length === 0 ? {} : { tags: record.tags }),
        ...(record.captions.length === 0 ? {} : { captions: record.captions }),
        ...(record.signers.length === 0 ? {} : { signers: record.signers }),
        ...(record.created === null ? {} : { created: record.created }),
        ...(record.origin === null ? {} : { origin: record.origin }),
        ...(record.classification === null ? {} : { classification: record.classification }),
        ...(record.partial === null ? {} : { partial: record.partial }),
        ...(record.redacted === null ? {} : { redacted: record.redacted }),
      });
    }
  }
  return rows;
}
