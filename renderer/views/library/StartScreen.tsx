/** The first start: one sentence, one cable, one place to drop files. */
import { Button } from 'react-aria-components';
import { call, jobName } from '../../api.ts';
import { chooseAndImport } from '../../state/importing.ts';
import { useLoaded } from '../../state/load.ts';
import { hashOf } from '../../state/place.ts';
import { longDate } from '../../words/figures.ts';
import { say } from '../../words/say.ts';

export function StartScreen() {
  const found = useLoaded('start', () =>
    call('search.run', { job: jobName('start'), request: { limit: 1, snippets: false } }),
  );
  const sample = found.kind === 'here' ? found.value.results[0] : undefined;
  return (
    <div className="start">
      <h1 className="start-title">{say('start.title')}</h1>
      {sample === undefined ? null : (
        <p className="start-sample">
          {say('start.sample')}
          <a href={hashOf({ room: 'cable', id: sample.id, paragraph: null })}>
            <span className="start-subject">{sample.subject ?? say('cable.noSubject')}</span>
            <span className="start-line">
              <span className="mono">{sample.id}</span> {sample.origin}
              {sample.created === null ? '' : `, ${longDate(sample.created)}`}
            </span>
          </a>
        </p>
      )}
      <div className="start-drop">
        <p>{say('start.drop')}</p>
        <p className="quiet">{say('start.help')}</p>
        <p className="start-buttons">
          <Button className="button" onPress={() => void chooseAndImport(false)}>
            {say('start.choose')}
          </Button>
          <Button className="button" onPress={() => void chooseAndImport(true)}>
            {say('start.chooseFolder')}
          </Button>
        </p>
      </div>
    </div>
  );
}
