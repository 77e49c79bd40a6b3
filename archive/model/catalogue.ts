/** What the catalogue needs of a cable at import: read fast, without paragraphs, summary and headings. */
export interface CatalogueFields {
  /** as published */
  id: string;
  canonicalId: string;
  aliases: string[];
  /** minutes since 1970-01-01T00:00Z, or NO_DATE */
  created: number;
  released: number;
  origin: string;
  classification: string;
  subject: string;
  tags: string[];
  captions: string[];
  signers: string[];
  /** the name under `Classified By`, or '' */
  classifier: string;
  /** canonical ids of the cables it refers to, each once */
  references: string[];
  partial: boolean | null;
  redacted: boolean | null;
  warned: boolean;
}
