/** The imports of the archive, newest first; each can be looked at, withdrawn and restored. */
import { Button } from 'react-aria-components';
import { call } from '../../api.ts';
import { Fault } from '../../components/Fault.tsx';
import { restore, withdraw } from '../../state/archive-work.ts';
import { useArchive } from '../../state/archive.ts';
import { summaryOf } from '../../state/importing.ts';
import { useLoaded } from '../../state/load.ts';
import { hashOf } from '../../state/place.ts';
import { dateAndTime } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { ReceiptSummary } from '../../../preload/contract/index.ts';

function Row({ receipt, readOnly }: { receipt: ReceiptSummary; readOnly: boolean }) {
  const { id, name, withdrawn } = receipt;
  const others = receipt.files > 1 ? `, ${say('count.files', { count: receipt.files })}` : '';
  return (
    <tr className={withdrawn ? 'withdrawn' : ''}>
      <th scope="row">
        <a className="reference" href={hashOf({ room: 'receipt', id })}>
          {name}
          {others}
        </a>
        <span className="reference-note">{dateAndTime(receipt.finished)}</span>
      </th>
      <td>
        {summaryOf(receipt.counts)}
        {receipt.state === 'done' && !withdrawn ? null : (
          <span className="reference-note">
            {say(withdrawn ? 'receipt.withdrawn' : `receipt.${receipt.state}`)}
          </span>
        )}
      </td>
      <td className="table-end">
        {readOnly ? null : (
          <Button
            className="button-link"
            aria-label={`${say(withdrawn ? 'receipt.restore' : 'receipt.withdraw')}: ${name}`}
            onPress={() => void (withdrawn ? restore(id) : withdraw(id))}
          >
            {say(withdrawn ? 'receipt.restore' : 'receipt.withdraw')}
          </Button>
        )}
      </td>
    </tr>
  );
}

export function Imports() {
  const readOnly = useArchive(state => state.info?.readOnly ?? true);
  const found = useLoaded('receipts', () => call('receipts.list', {}));
  return (
    <section className="page-part">
      <h2>{say('library.imports')}</h2>
      {found.kind === 'fault' ? <Fault fault={found.fault} again={found.again} /> : null}
      {found.kind === 'here' && found.value.length === 0 ? (
        <p className="quiet">{say('library.noImports')}</p>
      ) : null}
      {found.kind === 'here' && found.value.length > 0 ? (
        <table className="table" aria-label={say('library.imports')}>
          <thead>
            <tr>
              <th scope="col">{say('library.what')}</th>
              <th scope="col">{say('library.result')}</th>
              <th scope="col">
                <span className="unseen">{say('library.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {[...found.value]
              .sort((a, b) => b.finished.localeCompare(a.finished))
              .map(receipt => (
                <Row key={receipt.id} receipt={receipt} readOnly={readOnly} />
              ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
