/** The fast way through a cable at import: what lists, filters and facets need, nothing that only reading needs. */
import type { CatalogueFields } from '../model/catalogue.ts';
import { NO_DATE } from '../model/columns.ts';
import type { RawCable } from '../model/raw.ts';
import { readCommonFields } from './common-fields.ts';
import { readPublishedReferences } from './published-references.ts';

/**
 * Reads the catalogue's fields of a cable. They are what `parseCable` says of the same cable, but for the references:
 * those that only the source's table lists stand behind those of the text, so that a cable is found by what cites it.
 * Never throws.
 */
export function readForCatalogue(raw: RawCable): CatalogueFields {
  const common = readCommonFields(raw);
  return {
    id: common.id,
    canonicalId: common.canonicalId,
    aliases: common.aliases,
    created: common.created?.minutes ?? NO_DATE,
    released: common.released?.minutes ?? NO_DATE,
    origin: common.origin ?? '',
    classification: common.classification ?? '',
    subject: common.subject ?? '',
    tags: common.tags,
    captions: common.captions,
    signers: common.signers,
    classifier: common.classifiedBy?.name ?? '',
    references: [
      ...new Set([
        ...common.references.flatMap(reference => (reference.id === null ? [] : [reference.id])),
        ...readPublishedReferences(raw.published.references),
      ]),
    ],
    partial: common.partial,
    redacted: common.redacted,
    warned: common.warnings.length > 0,
  };
}
