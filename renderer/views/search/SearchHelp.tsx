/** How to ask: the query language by examples, each a press away from being asked. */
import { CircleHelp } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { setQuery } from '../../state/search.ts';
import type { WordKey } from '../../words/en.ts';
import { say } from '../../words/say.ts';

/** What can be written, and what it finds. */
const examples: readonly (readonly [string, WordKey])[] = [
  ['trade fisheries', 'help.words'],
  ['"human rights"', 'help.phrase'],
  ['rice OR wheat -subsidy', 'help.either'],
  ['traffick*', 'help.begin'],
  ['from:hanoi', 'help.from'],
  ['to:bangkok', 'help.to'],
  ['tag:PHUM', 'help.tag'],
  ['class:confidential', 'help.class'],
  ['date:2005-03..2005-06', 'help.date'],
  ['subject:visit', 'help.subject'],
  ['signed:marine', 'help.signed'],
  ['ref:05HANOI841', 'help.ref'],
  ['mark:C/NF', 'help.mark'],
  ['is:partial', 'help.is'],
  ['has:note', 'help.mine'],
];

export function SearchHelp() {
  return (
    <DialogTrigger>
      <Button className="query-help" aria-label={say('help.open')}>
        <CircleHelp size={16} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="search-help" aria-label={say('help.title')}>
          {({ close }) => (
            <ul>
              {examples.map(([text, meaning]) => (
                <li key={text}>
                  <Button
                    className="button-link mono"
                    aria-label={say('help.try', { text })}
                    onPress={() => {
                      setQuery(text);
                      close();
                    }}
                  >
                    {text}
                  </Button>
                  <span>{say(meaning)}</span>
                </li>
              ))}
            </ul>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
