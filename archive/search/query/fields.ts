/** The fields of the query language. */

export const FieldNames = [
  'id',
  'subject',
  'from',
  'to',
  'header',
  'tag',
  'class',
  'caption',
  'ref',
  'signed',
  'classifier',
  'mark',
  'date',
  'after',
  'before',
  'is',
  'has',
  'in',
  'dossier',
] as const;
export type FieldName = (typeof FieldNames)[number];

export const States = ['partial', 'redacted', 'withdrawn', 'undated', 'read', 'unread'] as const;
export type State = (typeof States)[number];

/** What `has:` asks for. */
export const Owns = ['note', 'highlight'] as const;
export type Own = (typeof Owns)[number];

export function isOwn(name: string): name is Own {
  return (Owns as readonly string[]).includes(name);
}

export function isFieldName(name: string): name is FieldName {
  return (FieldNames as readonly string[]).includes(name);
}

export function isState(name: string): name is State {
  return (States as readonly string[]).includes(name);
}
