/** The dossiers that hold a cable, for what is told beside it. */
import { useDossiers } from '../../state/dossiers.ts';
import { hashOf } from '../../state/place.ts';
import { say } from '../../words/say.ts';

export function InDossiers({ id }: { id: string }) {
  const holding = useDossiers().filter(({ cables }) => cables.includes(id));
  if (holding.length === 0) return null;
  return (
    <section className="about-part" aria-label={say('dossier.inTitle')}>
      <h3>{say('dossier.inTitle')}</h3>
      <ul className="in-dossiers">
        {holding.map(dossier => {
          const remark = dossier.remarks?.find(({ cable }) => cable === id);
          return (
            <li key={dossier.id}>
              <a className="reference" href={hashOf({ room: 'dossiers', id: dossier.id })}>
                {dossier.name}
              </a>
              {remark === undefined ? null : <p className="quiet">{remark.text}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
