/** What the cable's codes mean, as a list: TAGS, captions, precedences, the executive order. */
import type { OpenCable } from '../../state/cables.ts';
import { termName, useTerms } from '../../state/terms.ts';
import { inEnglish } from '../../words/in-english.ts';
import { say } from '../../words/say.ts';
import { termsOf } from './terms-of.ts';

export function Terms({ cable }: { cable: OpenCable }) {
  const known = useTerms(state => state.known);
  const explained = termsOf(cable).flatMap(term => known.get(termName(term)) ?? []);
  if (explained.length === 0) return null;
  return (
    <section className="about-part">
      <h3>{say('term.title')}</h3>
      <dl className="facts">
        {explained.map(({ kind, code, list, meaning }) => (
          <div key={`${kind} ${code}`}>
            <dt className="mono">{kind === 'order' ? say('term.orderNumber', { number: code }) : code}</dt>
            <dd>
              <span {...inEnglish}>{meaning}</span>
              <span className="reference-note">{say(list === null ? `term.${kind}` : `term.${list}`)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
