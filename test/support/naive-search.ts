/**
 * The query language a second time, as plainly as it can be said: every row is read whole for every question. It shares
 * nothing with the search but the words of its README. Questions are made as trees and written out, so that no parser is
 * needed here either.
 */
import type { TestRow } from './search-archive.ts';

export type Question =
  | { kind: 'words'; field: '' | 'subject' | 'header' | 'to'; text: string }
  | { kind: 'from' | 'tag' | 'class' | 'caption' | 'signed'; text: string }
  | { kind: 'id' | 'ref'; id: string }
  | { kind: 'date'; text: string; from: string; to: string }
  | { kind: 'is'; state: 'partial' | 'redacted' | 'withdrawn' | 'undated' }
  | { kind: 'and' | 'or'; parts: Question[] }
  | { kind: 'not'; part: Question };

/** yes, no, or unknown */
type Truth = boolean | null;

/** The question as a person would type it. */
export function written(question: Question): string {
  switch (question.kind) {
    case 'words':
      return `${question.field === '' ? '' : `${question.field}:`}${quoted(question.text)}`;
    case 'from':
    case 'tag':
    case 'class':
    case 'caption':
    case 'signed':
      return `${question.kind}:${quoted(question.text)}`;
    case 'id':
    case 'ref':
      return `${question.kind}:${question.id}`;
    case 'date':
      return `date:${question.text}`;
    case 'is':
      return `is:${question.state}`;
    case 'not':
      return `-${inside(question.part)}`;
    case 'and':
      return question.parts
        .map(part => (part.kind === 'or' ? `(${written(part)})` : written(part)))
        .join(' ');
    case 'or':
      return question.parts.map(written).join(' OR ');
  }
  return question satisfies never;
}

function inside(question: Question): string {
  return question.kind === 'and' || question.kind === 'or' ? `(${written(question)})` : written(question);
}

function quoted(text: string): string {
  return text.includes(' ') ? `"${text}"` : text;
}

/** where a text is interrupted: no question finds it, and no phrase runs across */
const NO_WORD = 'wordthatstandsnowhere';

/** A row read word by word, once for many questions. */
export interface ReadRow {
  row: TestRow;
  subject: string[];
  body: string[];
  header: string[];
  to: string[];
  from: string[];
}

export function readRow(row: TestRow): ReadRow {
  const { subject = '', body, header = '' } = row;
  const parts: Record<string, string> = { to: '', from: '', xmt: '' };
  let part = '';
  for (const line of header.split('\n')) {
    const [, name = '', rest = line] = /^(FM|TO|INFO|XMT)\b(.*)$/.exec(line) ?? [];
    if (name !== '') part = name === 'FM' ? 'from' : name === 'XMT' ? 'xmt' : 'to';
    // TO or INFO stands between the words before and behind it, and is itself no addressee
    if (part !== '') parts[part] += name === '' ? `\n${rest}` : `\n${NO_WORD} ${rest}`;
  }
  return {
    row,
    subject: words(subject),
    body: words(body),
    header: words(header),
    to: words(parts['to']!),
    from: words(parts['from']!),
  };
}

function words(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The ids of the cables that a question finds, sorted. */
export function naiveSearch(rows: readonly ReadRow[], question: Question): string[] {
  const withdrawnToo = asksForWithdrawn(question, true);
  const found = new Set<string>();
  for (const row of rows) {
    if (row.row.withdrawn && !withdrawnToo) continue;
    if (truth(row, question) === true) found.add(row.row.id);
  }
  return [...found].sort();
}

function asksForWithdrawn(question: Question, wanted: boolean): boolean {
  if (question.kind === 'not') return asksForWithdrawn(question.part, !wanted);
  if (question.kind === 'and' || question.kind === 'or') {
    return question.parts.some(part => asksForWithdrawn(part, wanted));
  }
  return wanted && question.kind === 'is' && question.state === 'withdrawn';
}

function truth(read: ReadRow, question: Question): Truth {
  const { row } = read;
  switch (question.kind) {
    case 'and': {
      const truths = question.parts.map(part => truth(read, part));
      return truths.includes(false) ? false : truths.includes(null) ? null : true;
    }
    case 'or': {
      const truths = question.parts.map(part => truth(read, part));
      return truths.includes(true) ? true : truths.includes(null) ? null : false;
    }
    case 'not': {
      const part = truth(read, question.part);
      return part === null ? null : !part;
    }
    case 'words':
      if (question.field !== '') return follows(read[question.field], question.text);
      return follows(read.subject, question.text) || follows(read.body, question.text);
    case 'from':
      return follows(words(row.origin ?? ''), question.text) || follows(read.from, question.text);
    case 'tag':
      return (row.tags ?? []).some(tag => follows(words(tag), question.text));
    case 'class':
      return follows(words(row.classification ?? ''), question.text);
    case 'caption':
      return (row.captions ?? []).some(caption => follows(words(caption), question.text));
    case 'signed':
      return (row.signers ?? []).some(signer => follows(words(signer), question.text));
    case 'id':
      return row.id === question.id.toUpperCase();
    case 'ref':
      return (row.references ?? []).includes(question.id.toUpperCase());
    case 'date':
      if (row.created === undefined) return null;
      return row.created >= question.from && row.created < question.to;
    case 'is':
      if (question.state === 'undated') return row.created === undefined;
      if (question.state === 'withdrawn') return row.withdrawn ?? false;
      return row[question.state] ?? null;
  }
  return question satisfies never;
}

/** Whether the words of `text` follow each other; one with a star is the beginning of a word. */
function follows(all: readonly string[], text: string): boolean {
  const sought = text.split(/\s+/).flatMap(chunk => {
    const parts = words(chunk);
    return parts.map((word, at) => ({ word, open: chunk.endsWith('*') && at === parts.length - 1 }));
  });
  return all.some((_, start) =>
    sought.every(({ word, open }, at) => {
      const other = all[start + at];
      return other !== undefined && other !== NO_WORD && (open ? other.startsWith(word) : other === word);
    }),
  );
}
