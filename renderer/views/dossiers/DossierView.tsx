/** One dossier: its name, what the person wrote about it, and its cables in the person's order. */
import { DossierCables } from './DossierCables.tsx';
import { DossierHead } from './DossierHead.tsx';
import { useAskSummaries } from '../../state/summaries.ts';
import type { Dossier } from '../../../preload/contract/index.ts';

export function DossierView({ dossier }: { dossier: Dossier }) {
  useAskSummaries(dossier.cables);
  return (
    <section className="dossier" aria-label={dossier.name}>
      <DossierHead dossier={dossier} />
      <DossierCables dossier={dossier} />
    </section>
  );
}
