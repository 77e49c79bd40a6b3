/** The dossiers: all of them at left, the chosen one at right. */
import { Button } from 'react-aria-components';
import { Fault } from '../../components/Fault.tsx';
import { useTakeFocus } from '../../components/take-focus.ts';
import { go } from '../../state/navigation.ts';
import { hashOf } from '../../state/place.ts';
import { loadWork, undoWork, useWork } from '../../state/work.ts';
import { say } from '../../words/say.ts';
import { DossierList } from './DossierList.tsx';
import { DossierView } from './DossierView.tsx';
import { NewDossier } from './NewDossier.tsx';

function NoDossiers() {
  const heading = useTakeFocus<HTMLHeadingElement>();
  return (
    <div className="nothing">
      <h1 className="nothing-title" ref={heading} tabIndex={-1}>
        {say('dossier.none')}
      </h1>
      <p>{say('dossier.noneHelp')}</p>
      <NewDossier />
    </div>
  );
}

function GoneDossier() {
  const heading = useTakeFocus<HTMLHeadingElement>();
  const undo = useWork(state => state.undo);
  return (
    <div className="nothing">
      <h1 className="nothing-title" ref={heading} tabIndex={-1}>
        {say('dossier.gone')}
      </h1>
      {undo === 'delete-dossier' ? (
        <>
          <p>{say('dossier.goneHelp')}</p>
          <Button className="button" onPress={() => void undoWork()}>
            {say('work.undo')}
          </Button>
        </>
      ) : (
        <Button className="button" onPress={() => go({ room: 'dossiers', id: null })}>
          {say('command.dossiers')}
        </Button>
      )}
    </div>
  );
}

export function DossiersRoom({ id }: { id: string | null }) {
  const { work, fault } = useWork();
  if (work === null)
    return fault === null ? (
      <div className="dossiers-room" aria-busy="true" />
    ) : (
      <Fault fault={fault} again={() => void loadWork()} />
    );
  const { dossiers } = work;
  if (dossiers.length === 0 && id === null) return <NoDossiers />;
  const shown = id === null ? dossiers[0] : dossiers.find(dossier => dossier.id === id);
  return (
    <div className="dossiers-room">
      <section className="dossiers-side" aria-label={say('dossier.list')}>
        <DossierList dossiers={dossiers} shown={shown?.id ?? null} />
        <a className="dossiers-history" href={hashOf({ room: 'history' })}>
          {say('room.history')}
        </a>
        <NewDossier small />
      </section>
      {shown === undefined ? <GoneDossier /> : <DossierView key={shown.id} dossier={shown} />}
    </div>
  );
}
