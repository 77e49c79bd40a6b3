/** A cable that the archive lacks: said plainly, with how many cables cite it, and what can be done. */
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { call, jobName } from '../../api.ts';
import { useTakeFocus } from '../../components/take-focus.ts';
import { go } from '../../state/navigation.ts';
import { askFor } from '../../state/search.ts';
import { say } from '../../words/say.ts';

export function MissingCable({ id }: { id: string }) {
  const [cites, setCites] = useState(0);
  const heading = useTakeFocus<HTMLHeadingElement>();
  useEffect(() => {
    const request = { query: `ref:${id}`, limit: 0, snippets: false };
    void call('search.run', { job: jobName('cites'), request }).then(result => {
      if (result.ok) setCites(result.value.total);
    });
  }, [id]);
  return (
    <div className="nothing">
      <h1 className="nothing-title" ref={heading} tabIndex={-1}>
        {say('reader.missingCable', { id, cites })}
      </h1>
      <p>{say('reader.missingHelp')}</p>
      <Button
        className="button"
        onPress={() => {
          askFor(cites > 0 ? `ref:${id}` : id);
          go({ room: 'search' });
        }}
      >
        {say('reader.searchIt', { id })}
      </Button>
    </div>
  );
}
