/** What is wrong with the query, in words and with its place, under the field; what could be understood was answered. */
import { Button } from 'react-aria-components';
import { setQuery, useSearch } from '../../state/search.ts';
import { say } from '../../words/say.ts';
import { correctedQuery, problemPart } from './problem-part.ts';
import { problemWords } from './problem-words.ts';
import type { QueryProblem } from '../../../preload/contract/index.ts';

/** Puts the cursor on the part of the query that is meant. */
function showInQuery({ start, end }: QueryProblem): void {
  const field = document.getElementById('query');
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.setSelectionRange(start, end);
}

function Place({ query, problem }: { query: string; problem: QueryProblem }) {
  const part = problemPart(query, problem);
  if (part === null) return null;
  return (
    <Button className="problem-place mono" onPress={() => showInQuery(problem)}>
      <span className="unseen">{say('problem.where')} </span>
      {part.before}
      <span className="problem-part">{part.wrong}</span>
      {part.after}
    </Button>
  );
}

function Way({ query, problem }: { query: string; problem: QueryProblem }) {
  const { suggestion } = problem;
  if (suggestion === null) return null;
  const better = correctedQuery(query, problem);
  if (better === null) return <span className="quiet">{problemWords(query, problem).suggestion}</span>;
  return (
    <Button
      className="button-link mono"
      aria-label={say('problem.instead', { text: better })}
      onPress={() => setQuery(better)}
    >
      {suggestion}
    </Button>
  );
}

export function Problems() {
  const problems = useSearch(state => state.answer?.problems ?? null);
  const query = useSearch(state => state.answered?.query ?? '');
  if (problems === null || problems.length === 0) return null;
  return (
    <ul className="problems">
      {problems.map(problem => (
        <li key={`${problem.code} ${problem.start}`}>
          <span>{problemWords(query, problem).message}</span>
          <Place query={query} problem={problem} />
          <Way query={query} problem={problem} />
        </li>
      ))}
    </ul>
  );
}
