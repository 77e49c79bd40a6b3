/** The files that were read, each with its size, its checksum and what became of it. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { call } from '../../api.ts';
import { tell } from '../../state/notices.ts';
import { summaryOf } from '../../state/importing.ts';
import { size } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { Receipt, Source } from '../../../preload/contract/index.ts';

/** So many files are shown at first, and more of them each time they are asked for. */
const SHOWN = 200;

export function Sources({ receipt: { id, sources: told, more } }: { receipt: Receipt }) {
  const total = more?.sources ?? told.length;
  const [sources, setSources] = useState<readonly Source[]>(() => told.slice(0, SHOWN));
  const loadMore = async (): Promise<void> => {
    const result = await call('receipts.sources', { id, offset: sources.length, limit: SHOWN });
    if (result.ok) setSources([...sources, ...result.value.sources]);
    else tell(result.error.message, 'fault');
  };
  return (
    <section className="page-part">
      <h2>{say('receipt.files')}</h2>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={say('receipt.files')}>
        <table className="table" aria-label={say('receipt.files')}>
          <thead>
            <tr>
              <th scope="col">{say('receipt.file')}</th>
              <th scope="col">{say('receipt.what')}</th>
              <th scope="col">{say('receipt.format')}</th>
              <th scope="col" className="table-end">
                {say('receipt.size')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sources.map(source => (
              <tr key={`${source.file} ${source.sha256 ?? ''}`}>
                <th scope="row">
                  {source.file}
                  {source.sha256 === null ? null : <code className="table-sha">{source.sha256}</code>}
                </th>
                <td>
                  {summaryOf(source.counts)}
                  {source.changed ? <span className="reference-note">{say('receipt.changed')}</span> : null}
                </td>
                <td>{source.format ?? '–'}</td>
                <td className="table-end">{size(source.bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sources.length < total ? (
        <p className="page-actions">
          <Button className="button" onPress={() => void loadMore()}>
            {say('receipt.moreFiles')}
          </Button>
          <span className="quiet">{say('receipt.filesShown', { shown: sources.length, total })}</span>
        </p>
      ) : null}
    </section>
  );
}
