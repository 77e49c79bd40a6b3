/** An error, in the engine's own words, with what can be done about it. */
import { Button } from 'react-aria-components';
import { say } from '../words/say.ts';
import type { ErrorShape } from '../../preload/contract/index.ts';

export function Fault({ fault, again }: { fault: ErrorShape; again?: () => void }) {
  return (
    <div className="fault" role="alert">
      <p className="fault-title">{say('error.title')}</p>
      <p>{fault.message}</p>
      {again === undefined ? null : (
        <Button className="button" onPress={again}>
          {say('error.again')}
        </Button>
      )}
    </div>
  );
}
