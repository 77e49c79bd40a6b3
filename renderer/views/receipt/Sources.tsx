/** The files that were read, each with its size, its checksum and what became of it. */
import { summaryOf } from '../../state/importing.ts';
import { size } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { Source } from '../../../preload/contract/index.ts';

export function Sources({ sources }: { sources: readonly Source[] }) {
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
              <tr key={source.file}>
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
    </section>
  );
}
