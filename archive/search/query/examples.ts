/** How each field is written: for messages and help. */
import type { FieldName } from './fields.ts';

const EXAMPLES: Record<FieldName, string> = {
  id: 'id:05HANOI841',
  subject: 'subject:trafficking',
  from: 'from:hanoi',
  to: 'to:secstate',
  header: 'header:immediate',
  tag: 'tag:PHUM',
  class: 'class:confidential',
  caption: 'caption:noforn',
  ref: 'ref:05HANOI841',
  signed: 'signed:marine',
  classifier: 'classifier:smith',
  mark: 'mark:SBU',
  date: 'date:2005-03..2005-06',
  after: 'after:2005',
  before: 'before:2005-03',
  is: 'is:partial',
  has: 'has:note',
  in: 'in:"My dossier"',
  dossier: 'dossier:"My dossier"',
};

/** How a field is written. */
export function example(field: FieldName): string {
  return EXAMPLES[field];
}
