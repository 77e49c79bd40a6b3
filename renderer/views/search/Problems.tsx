/** What is wrong with the query, in words, under the field; what could be understood was answered. */
import { Button } from 'react-aria-components';
import { setQuery, useSearch } from '../../state/search.ts';

export function Problems() {
  const problems = useSearch(state => state.answer?.problems ?? null);
  if (problems === null || problems.length === 0) return null;
  return (
    <ul className="problems">
      {problems.map(problem => {
        const { suggestion } = problem;
        return (
          <li key={`${problem.code} ${problem.start}`}>
            {problem.message}
            {suggestion === null ? null : (
              <Button className="button-link" onPress={() => setQuery(suggestion)}>
                {suggestion}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
