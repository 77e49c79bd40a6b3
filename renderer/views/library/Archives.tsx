/** The archives that were open before, another from the disk, and a new one. */
import { useRef, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { call } from '../../api.ts';
import { setArchive, useArchive } from '../../state/archive.ts';
import { useLoaded } from '../../state/load.ts';
import { tell } from '../../state/notices.ts';
import { say } from '../../words/say.ts';
import { RecentRow } from './RecentRow.tsx';
import type { ArchiveInfo, Handle, RecentArchive, Result } from '../../../preload/contract/index.ts';

function take(result: Result<ArchiveInfo | null>): void {
  if (!result.ok) tell(result.error.message, 'fault');
  // null: the person closed the host's dialog.
  else if (result.value !== null) setArchive(result.value);
}

const open = async (handle: Handle | null, readOnly = false): Promise<void> =>
  take(await call('library.open', { handle, readOnly }));
const create = async (name: string): Promise<void> => take(await call('library.create', { name }));

function NewArchive() {
  const [name, setName] = useState('');
  const making = useRef(false);
  const make = async (): Promise<void> => {
    // The second press of a double click would ask for another of the same name.
    if (making.current) return;
    making.current = true;
    await create(name.trim());
    making.current = false;
    setName('');
  };
  return (
    <form
      className="new-archive"
      onSubmit={event => {
        event.preventDefault();
        if (name.trim() !== '') void make();
      }}
    >
      <TextField value={name} onChange={setName} maxLength={200} className="field">
        <Label>{say('library.create')}</Label>
        <Input placeholder={say('library.name')} />
      </TextField>
      <Button type="submit" className="button" isDisabled={name.trim() === ''}>
        {say('library.create')}
      </Button>
    </form>
  );
}

export function Archives() {
  const { host, info } = useArchive();
  const found = useLoaded(`recent ${info?.id ?? ''}`, () => call('library.recent', {}));
  const recent = found.kind === 'here' ? found.value : [];
  const forget = async ({ handle, name }: RecentArchive): Promise<void> => {
    const result = await call('library.forget', { handle });
    if (result.ok) tell(say('library.forgot', { name }));
    else tell(result.error.message, 'fault');
    found.again();
  };
  return (
    <section className="page-part">
      <h2>{say('library.others')}</h2>
      {recent.length === 0 ? null : (
        <ul className="archives" aria-label={say('library.others')}>
          {recent.map(one => (
            <RecentRow
              key={one.handle}
              one={one}
              actions={{
                open: readOnly => void open(one.handle, readOnly),
                forget: () => void forget(one),
              }}
            />
          ))}
        </ul>
      )}
      {host?.can.chooseFolder === true ? (
        <p className="page-actions">
          <Button className="button" onPress={() => void open(null)}>
            {say('library.openOther')}
          </Button>
        </p>
      ) : null}
      <NewArchive />
    </section>
  );
}
