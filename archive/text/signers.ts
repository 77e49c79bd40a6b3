/** Who signed: the surname (or two) in capitals that ends a telegram, through stamps and trailing metadata below it. */
import { areNames, isLikelySurname } from './signature-words.ts';
import type { Part } from './view.ts';

const TAIL = 6000;
const MOST_LINES = 80;
const NAME =
  "(?:(?:VAN|VON|DE|DI|DEL|LA|LE|SAN|EL|AL) |ST\\. ?|O' ?){0,3}(?:(?:Mc|Mac|Van|De|Di|O)[A-Z]|[A-Z])[A-Z'’`.-]*[A-Z](?:,? (?:JR|SR|II|III)\\.?)?";
/** Believed where a name stands alone: behind a sentence they may be its end (`in the U.S. MARINE`). */
const INITIALS = '(?:(?:[A-Z]\\. ?){1,3})?';
const TITLE =
  '(?:(?:AMBASSADOR|AMB\\.?|CHARGE|CDA|DCM|CONSUL GENERAL|CONGEN|ACTING|DEPUTY CHIEF OF MISSION|SECRETARY)[ ,]+){0,2}';
const SIGNATURE = new RegExp(
  `^#? *(?:\\((?:SGD|SIGNED)\\)|SIGNED:?|SGD:?)? *${TITLE}(${INITIALS}${NAME}(?: *(?:/|&|,| AND | ) *${NAME}){0,2})[ .]*$`,
);
const BEHIND_SENTENCE = new RegExp(
  `(?:[.!?:;"”)\\]*>-]|\\bEND (?:COMMENT|SUMMARY|TEXT|NOTE|CABLE)|\\bMINIMIZE CONSIDERED) +${TITLE}(${NAME}(?: *(?:/|&| AND | ) *${NAME}){0,2})[ .]*$`,
);
/** `ACTION: NONE.` is a sentence. */
const BEHIND_LABEL = /[:;)\]*>-] +\S{1,30}\.$/;
const BEHIND_ADDRESS = new RegExp(`(?:https?://|www\\.)\\S{3,120} +(${NAME})$`);
// A line breaks seldom in what has lost its breaks: the last sentence may lack its stop there.
const BEHIND_WORDS = new RegExp(`[a-z0-9] +(${NAME})[ .]*$`);
const FLOWED = 300;
const SMALL_TITLE = /^(?:(?:Ambassador|Amb\.|Charge|DCM|Consul General|Secretary) )/;
const SMALL_NAME = /^(?:Mac|Mc|O'|D')?[A-Z][a-z]{2,14}(?:-[A-Z][a-z]{2,14})?$/;
// One way only to read each line: a repeated group that could split a run of dashes differently takes forever.
const LEVEL_LINE =
  /^(?:UNCLAS|UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE|FOR OFFICIAL USE ONLY|SENSITIVE BUT UNCLASSIFIED|SBU|FOUO|NOFORN|SENSITIVE|SIPDIS|EXDIS|NODIS|LIMDIS|BT|NNNN\w*\b|\W)+$|^(?:[A-Z] ){5,}[A-Z ]*$/;
const TRAILER =
  /^(?:N{3,}\b|NNNN|Q{3,}\b|BT\b|#\d|[-=_*#~.\s"]+$|\*\*\*|=+ ?CABLE ENDS|END ?(?:OF )?(?:CABLE|TEXT|MESSAGE)?(?: TEXT)?\.?$|DECLASSIFIED|RELEASED|SHERYL P|MARGARET P|US DEPARTMENT OF STATE|PAGE \d+|[A-Z][A-Z .-]{1,40} \d{5,8} {1,3}\d{3}(?:\.\d)? OF \d{3}\b|<|&#|https?:|www\.|VISIT |MESSAGE ATTRIBUTES|\(?MINIMIZE CONSIDERED|(?:END )?MINIMIZE|YY[A-Z]?$)/i;
const METADATA = /^[A-Za-z][A-Za-z /.()_-]{1,40}:(?:\s|$)/;
const ADDRESS = /https?:\/\/|www\.|@|\.gov\b|\.cfm\b/i;

/** The signature below `floor` and where it stands; no names and null where the end shows none. */
export function readSigners(view: string, floor: number): { signers: string[]; part: Part | null } {
  const from = Math.max(floor, view.length - TAIL);
  let lineEnd = view.length;
  let sentence = false;
  for (let count = 0; count < MOST_LINES && lineEnd > from; count++) {
    const lineStart = Math.max(from, view.lastIndexOf('\n', lineEnd - 1) + 1);
    const raw = view.slice(lineStart, lineEnd);
    const line = raw.trim();
    const start = lineStart + raw.length - raw.trimStart().length;
    lineEnd = lineStart - 1;
    if (line === '' || TRAILER.test(line) || LEVEL_LINE.test(line)) continue;
    const bare = withoutTrailer(line);
    const found = SIGNATURE.exec(bare);
    if (found !== null && endsSentence(view, from, lineStart, bare)) break;
    if (found !== null && isSignature(found[1] ?? '')) {
      return withLineAbove(view, from, { start, end: start + bare.length }, found[1] ?? '');
    }
    if (METADATA.test(line) && !/[.!?]/.test(line)) continue;
    const behind = BEHIND_SENTENCE.exec(bare.slice(-200)) ?? BEHIND_ADDRESS.exec(bare.slice(-200));
    if (behind !== null && !sentence && !BEHIND_LABEL.test(bare.slice(-60)) && isSignature(behind[1] ?? '')) {
      const at = start + bare.lastIndexOf(behind[1] ?? '');
      return { signers: names(behind[1] ?? ''), part: { start: at, end: at + (behind[1] ?? '').length } };
    }
    const plain = bare.replace(SMALL_TITLE, '');
    const small = SMALL_NAME.test(plain) && isAlone(view, from, lineStart);
    if (small && isSignature(plain.toUpperCase()))
      return { signers: [plain], part: { start, end: start + bare.length } };
    const open = sentence ? null : behindWords(view, start, bare);
    if (open !== null) return open;
    if (METADATA.test(line) || ADDRESS.test(line)) continue;
    sentence = true;
    if (line.length > 25 || /[a-z]{2} [a-z]{2}/.test(line) || /[.!?]"?$/.test(line)) break;
  }
  return { signers: [], part: null };
}

/** In a text without line breaks: the surname behind a last sentence that lacks its stop, when it comes only there. */
function behindWords(view: string, start: number, bare: string): { signers: string[]; part: Part } | null {
  if (bare.length < FLOWED && view.includes('\n')) return null;
  const name = BEHIND_WORDS.exec(bare.slice(-60))?.[1];
  if (name === undefined || !isLikelySurname(name)) return null;
  const at = start + bare.lastIndexOf(name);
  if (new RegExp(`(?<![A-Za-z])${name.replace(/\W/g, '\\$&')}(?![A-Za-z])`).exec(view)?.index !== at)
    return null;
  return { signers: names(name), part: { start: at, end: at + name.length } };
}

/** A line of one word goes on with the sentence above it where it has a stop or is an acronym: `... with the` / `GOI.` */
function endsSentence(view: string, from: number, lineStart: number, bare: string): boolean {
  if (!/[a-z,] *\n *$/.test(view.slice(Math.max(from, lineStart - 40), lineStart))) return false;
  return bare.endsWith('.') || (!/[ /&-]/.test(bare) && !isLikelySurname(bare));
}

/** Whether a line stands below a finished sentence and a blank line, or below an address. */
function isAlone(view: string, from: number, lineStart: number): boolean {
  const above = view.slice(Math.max(from, lineStart - 160), lineStart).trimEnd();
  // Many posts end with the address of their own site.
  if (ADDRESS.test(above.slice(above.lastIndexOf('\n') + 1))) return true;
  return /[.!?)"]\s*\n *\n\s*$/.test(view.slice(Math.max(from, lineStart - 60), lineStart));
}

/** A line that ends in NNNN, a stamp or a classification, without these. */
function withoutTrailer(line: string): string {
  let text = line;
  for (let again = true; again;) {
    const shorter = text.replace(
      /[#*]{1,9}$|(?<=[A-Z]{3})NNNN$|\s(?:NNNN\w*|BT|END (?:OF )?(?:CABLE|MESSAGE)(?: TEXT)?|<< END OF DOCUMENT >>|#\d{3,5}|(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE|FOR OFFICIAL USE ONLY|SENSITIVE BUT UNCLASSIFIED|(?:[A-Z] ){5,}[A-Z])|N{3,}|=+ ?CABLE ENDS ?=+|[=*-]{3,}|"|&#x?\w+;)$/i,
      '',
    );
    again = shorter !== text;
    text = shorter.trimEnd();
  }
  return text;
}

function isSignature(written: string): boolean {
  if (written.length < 3 || written.length > 45 || /X{4}/.test(written)) return false;
  const words = names(written).flatMap(name => name.split(/[\s,]+/));
  return areNames(words);
}

function names(written: string): string[] {
  return written
    .split(/ *(?:\/|&|, (?!JR|SR|II)| AND ) */)
    .map(name => name.replace(/(?<!\b[JS]R)[ .]+$/, '').replace(/\s+/g, ' '))
    .filter(name => name !== '');
}

/** Two people sign on two lines, one directly above the other. */
function withLineAbove(
  view: string,
  from: number,
  part: Part,
  written: string,
): { signers: string[]; part: Part } {
  const signers = names(written);
  const lineStart = view.lastIndexOf('\n', part.start);
  const aboveStart = lineStart <= from ? -1 : view.lastIndexOf('\n', lineStart - 1) + 1;
  if (signers.length > 1 || aboveStart < from) return { signers, part };
  const above = view.slice(aboveStart, lineStart);
  const found = SIGNATURE.exec(above.trim());
  const alone = aboveStart === 0 || /\n *\n$/.test(view.slice(Math.max(0, aboveStart - 80), aboveStart));
  if (found === null || !alone || !isSignature(found[1] ?? '')) return { signers, part };
  return {
    signers: [...names(found[1] ?? ''), ...signers],
    part: { start: aboveStart + above.length - above.trimStart().length, end: part.end },
  };
}
