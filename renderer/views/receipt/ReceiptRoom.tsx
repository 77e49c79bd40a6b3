/** A receipt: every file accounted for, and every line that is not plain success. */
import { Button } from 'react-aria-components';
import { call } from '../../api.ts';
import { Fault } from '../../components/Fault.tsx';
import { Page } from '../../components/Page.tsx';
import { restore, withdraw } from '../../state/archive-work.ts';
import { useArchive } from '../../state/archive.ts';
import { summaryOf } from '../../state/importing.ts';
import { useLoaded } from '../../state/load.ts';
import { dateAndTime } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import { LinesPart } from './LinesPart.tsx';
import { Sources } from './Sources.tsx';
import type { Receipt } from '../../../preload/contract/index.ts';

function Head({ receipt }: { receipt: Receipt }) {
  const readOnly = useArchive(state => state.info?.readOnly ?? true);
  const { id, withdrawn, counts } = receipt;
  const brought = counts.accepted + counts.newVersion + counts.repaired > 0;
  return (
    <header className="page-head">
      <h1>{say('receipt.title')}</h1>
      <p className="receipt-sum">{summaryOf(receipt.counts)}</p>
      <p className="quiet">
        {say('receipt.when', {
          date: dateAndTime(receipt.finished),
          files: say('count.files', { count: receipt.more?.sources ?? receipt.sources.length }),
        })}
        {' · '}
        {say(withdrawn ? 'receipt.withdrawn' : `receipt.${receipt.state}`)}
        {readOnly || !brought ? null : (
          <Button className="button-link" onPress={() => void (withdrawn ? restore(id) : withdraw(id))}>
            {say(withdrawn ? 'receipt.restore' : 'receipt.withdraw')}
          </Button>
        )}
      </p>
    </header>
  );
}

export function ReceiptRoom({ id }: { id: string }) {
  const found = useLoaded(`receipt ${id}`, () => call('receipts.show', { id }));
  if (found.kind === 'fault') return <Fault fault={found.fault} again={found.again} />;
  if (found.kind === 'waiting') return null;
  const receipt = found.value;
  return (
    <Page label={say('receipt.title')} wide>
      <Head receipt={receipt} />
      <Sources key={id} receipt={receipt} />
      <LinesPart key={`lines ${id}`} receipt={receipt} />
    </Page>
  );
}
