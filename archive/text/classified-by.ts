/** `Classified By: NAME, TITLE; Reason 1.4 (b) and (d)`: the name apart from the title, and the reasons. */
import { withoutMarks } from './portion-mark.ts';
import { oneLine } from './view.ts';
import type { Field } from './preamble.ts';

const LONGEST = 500;
const BLANK_LINE = /\n *\n/;
const REASON =
  /[\s,;:.(/-]*\b(?:FOR|PER|UNDER|BASED ON|BY|AND|E\.?O\.? ?\d{5})?[\s,:]*(?:THE )?(?:E\.?O\.? ?\d{5}[\s,]*)?(?:REASONS?|RATIONALE|(?:SECTIONS?|SEC\.)(?= ?\(?[1Il] ?\.)|[1Il]\. ?[4-7])(?![A-Za-z])/i;

// Words of titles, by which they are told from names. Ranks and forms of address are titles too.
const TITLE_WORDS = new Set(
  (
    'ACTING A/S ADCM ADVISER ADVISOR ADVISORS AFFAIRS AGENT AGRICULTURAL AMB AMB. AMBASSADOR AMBASSADORS AND ASSISTANT ASST ATTACHE ' +
    'BRANCH BUREAU CDA CG CHARGE CHARGÉ CHIEF CIVILIAN COMMERCIAL CONGEN CONOFF CONSUL CONSULAR COORDINATOR COORDINATION COUNSELOR COUNSELLOR COUNSELOR, COUNTRY ' +
    'DAS DCM DCM, DEFENSE DEPARTMENT DEPUTY DESK DIRECTOR DIVISION DAO DPO D/POLCOUNS DEP ECON ECONCOUNS ECONOFF ECON/POL ECONOMIC ECONOMIC/POLITICAL EMBASSY EMBOFF ENERGY ENV ENVIRONMENT EST ESTH EXECUTIVE ' +
    'FOR FIRST FINANCIAL FOREIGN GENERAL GLOBAL HEAD HUMAN RIGHTS IN INFORMATION LABOR LEGAL LEGATT MANAGEMENT MGMT MILITARY MINISTER MINISTER-COUNSELOR MISSION MINCOUNS ' +
    'NEGOTIATOR OF OFFICE OFFICER OIC P/E PA PAO PERMANENT POL POL-ECON POL/ECON POLCHIEF POLCOUNS POLMIN POLMINCOUNS POLITICAL POLITICAL-ECONOMIC POLITICAL/ECONOMIC POLOFF POST PRINCIPAL PRT PUBLIC ' +
    "RAO REFUGEE REGIONAL REO REP REPRESENTATIVE RSO SCIENCE SECOND SECRETARY SECTION SECURITY SENIOR SERVICE SPECIAL STAFF STATE TEAM TEMPORARY THE THIRD TO TRADE TREASURY U.S. US UNDER UNIT UNITED STATES VICE VISA ECONOMICS COUNTERTERRORISM A.I. A.I AI INTERIM AD D'AFFAIRES D’AFFAIRES CHARGE' " +
    'MR MR. MRS MS MS. DR DR. COL LTC GEN MAJ CAPT CHRG ACDA DEPPOLCOUNS DEPPOL POL/MIL POLMIL POL-MIL EXTERNAL INTERNAL UNIT NEA EUR EAP SCA WHA AF IO ISN INR PM DRL INL OES EEB PRM L S/CT S/P S/WCI USUN UNVIE USNATO USEU NATO ' +
    'BY NAME TITLE'
  ).split(' '),
);

export interface Classifier {
  name: string | null;
  title: string | null;
}

/** Reads who classified and why. Either part may be absent; reasons come as `1.4(b)`. */
export function readClassifiedBy(
  view: string,
  field: Field | undefined,
  reasonField: Field | undefined,
): { classifiedBy: Classifier | null; reasons: string[] } {
  const reasons = reasonField === undefined ? '' : cut(view, reasonField);
  if (field === undefined) return { classifiedBy: null, reasons: readReasons(reasons) };
  // The label often comes twice: Classified By: CLASSIFIED BY AMBASSADOR JANE ROE.
  const value = oneLine(cut(view, field)).replace(/^(?:[\s:(]{0,4}CLASSIFIED BY\b[\s:]{0,4})+/i, '');
  const at = REASON.exec(value);
  const who = (at === null ? firstSentence(value) : value.slice(0, at.index)).replace(
    /^[\s:;,.-]+|[\s:;,-]+$/g,
    '',
  );
  // The stop of `Jr.` and `A.I.` is no end of a sentence.
  const whole = at !== null && at[0].startsWith('.') && /(?:\b[JS]R|\bA\.I)$/i.test(who) ? `${who}.` : who;
  const why = at === null ? reasons : value.slice(at.index);
  return {
    classifiedBy: who === '' ? null : splitNameAndTitle(withoutMarks(whole)),
    reasons: readReasons(why === '' ? reasons : why),
  };
}

function cut(view: string, field: Field): string {
  const value = view.slice(field.start, Math.min(field.end, field.start + LONGEST));
  const blank = BLANK_LINE.exec(value);
  return blank === null || blank.index === 0 ? value : value.slice(0, blank.index);
}

function firstSentence(value: string): string {
  const end = /[a-z]{3}\. |\.$|\)\s|\bDECL/.exec(value);
  return end === null ? value.slice(0, 160) : value.slice(0, end.index + (/^[a-z]/.test(end[0]) ? 3 : 0));
}

const SECTION_AND_LETTERS =
  /(?<![A-Za-z])[1Il] ?\. ?([1-9])((?:[\s,;&/.()-]*(?:AND|OR|TO|A ND|AN D)?[\s,;&/.()-]*(?<![A-Z])[A-H](?![A-Z]))*)/gi;

function readReasons(text: string): string[] {
  const reasons = new Set<string>();
  for (const [, section = '', letters = ''] of text.slice(0, LONGEST).matchAll(SECTION_AND_LETTERS)) {
    const named = letters.replace(/\b(?:AND|OR|TO|A ND|AN D)\b/gi, ' ').match(/[A-H]/gi) ?? [];
    if (named.length === 0) reasons.add(`1.${section}`);
    for (const letter of named) reasons.add(`1.${section}(${letter.toLowerCase()})`);
  }
  return [...reasons].filter(
    (reason, _, all) => reason.includes('(') || !all.some(other => other.startsWith(`${reason}(`)),
  );
}

function isTitleWord(word: string): boolean {
  // EAP/MLS, S/WCI: offices.
  if (/^[A-Z]{1,5}(?:\/[A-Z]{1,5})+$/.test(word)) return true;
  const bare = word.toUpperCase().replace(/[,;:]+$/, '');
  return (
    TITLE_WORDS.has(bare) ||
    TITLE_WORDS.has(bare.replace(/\.$/, '')) ||
    (/[/-]/.test(bare) &&
      bare.split(/[/-]/).every(part => part === 'A' || part === 'M' || part === 'C' || TITLE_WORDS.has(part)))
  );
}

/** The name apart from the title, whichever stands first, with or without a comma between them. */
export function splitNameAndTitle(who: string): Classifier {
  const text = who
    .replace(/\bNAME ?: ?|\bTITLE ?: ?/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
  const parts = text
    .split(/ ?[,;] (?!(?:JR|SR|II|III|IV)\b)| - |[,;](?! ) ?| \(|\)/i)
    .map(part => part.trim())
    .filter(part => part !== '');
  if (parts.length > 1) {
    const titled = parts.map(part => part.split(' ').filter(isTitleWord).length / part.split(' ').length);
    const names = parts.filter((part, i) => (titled[i] ?? 0) === 0 && looksLikeName(part));
    const surname = names[0];
    if (surname !== undefined) {
      // ROE, JANE, DCM: the surname may stand first.
      const given = parts[parts.indexOf(surname) + 1];
      const turned = !surname.includes(' ') && given !== undefined && given === names[1];
      const name = turned ? `${surname}, ${given}` : surname;
      const title = parts
        .filter(part => part !== surname && !(turned && part === given))
        .join(', ')
        .replace(/(?<=[A-Za-z]{2})\.$/, '');
      return { name: withoutStop(name), title: title === '' ? null : title };
    }
  }
  const mixed = parts.findIndex(part => part.split(' ').some(word => !isTitleWord(word)));
  const words = (parts[mixed] ?? parts[0] ?? text).split(' ');
  let from = 0;
  while (from < words.length && isTitleWord(words[from] ?? '')) from++;
  let to = words.length;
  while (to > from && isTitleWord(words[to - 1] ?? '')) to--;
  // An initial is followed by a surname, even by one that is a word of titles too: `CDA Jane Q. Public`.
  if (to < words.length && to - from > 1 && /^[A-Z]\.$/.test(words[to - 1] ?? '')) to++;
  const name = words.slice(from, to).join(' ');
  const title = [
    ...parts.slice(0, Math.max(0, mixed)),
    words.slice(0, from).join(' '),
    words.slice(to).join(' '),
    ...parts.slice(Math.max(0, mixed) + 1),
  ]
    .filter(part => part !== '')
    .join(', ')
    .replace(/(?<=[A-Za-z]{2})\.$/, '');
  return { name: name === '' ? null : withoutStop(name), title: title === '' ? null : title };
}

function looksLikeName(part: string): boolean {
  return /^(?:[\p{L}][\p{L}.'’-]*(?![\p{L}.'’-])(?:, (?=[JSI]))?\s?){1,5}$/u.test(part) && part.length > 2;
}

/** A name without the full stop of its sentence; `Jr.` and an initial keep theirs. */
function withoutStop(name: string): string {
  return /(?:\b[A-Z]|[JS]r|JR|SR)\.$/.test(name) ? name : name.replace(/\.$/, '');
}
