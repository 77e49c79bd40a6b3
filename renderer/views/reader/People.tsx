/** Who sent the cable to whom, who signed and who classified it: as far as this copy says. */
import { say } from '../../words/say.ts';
import type { WordKey } from '../../words/en.ts';
import type { ShownCable } from '../../../preload/contract/index.ts';

export function People({ cable }: { cable: ShownCable }) {
  const { from, recipients, infoRecipients, signers, classifiedBy, declassifyOn, declassifyText } = cable;
  const by = [classifiedBy?.name, classifiedBy?.title, ...cable.reasons].filter(
    part => part !== null && part !== undefined && part !== '',
  );
  const all: { label: WordKey; text: string }[] = [
    { label: 'reader.from', text: from ?? '' },
    { label: 'reader.to', text: recipients.map(one => one.name).join(', ') },
    { label: 'reader.info', text: infoRecipients.map(one => one.name).join(', ') },
    { label: 'reader.signed', text: signers.join(', ') },
    { label: 'reader.classifiedBy', text: by.join(', ') },
    { label: 'reader.declassifyOn', text: declassifyText ?? declassifyOn ?? '' },
  ];
  const rows = all.filter(row => row.text !== '');
  if (rows.length === 0) return null;
  return (
    <section className="about-part">
      <h3>{say('reader.people')}</h3>
      <dl className="facts">
        {rows.map(({ label, text }) => (
          <div key={label}>
            <dt>{say(label)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
