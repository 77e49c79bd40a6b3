/** One cable of a dossier: its subject, where and when, and why it stands here. */
import { GripVertical, MessageSquareText, X } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Marking } from '../../components/Marking.tsx';
import { remarkInDossier, removeFromDossier, useRemark } from '../../state/dossiers.ts';
import { useSummary } from '../../state/summaries.ts';
import { shortDate } from '../../words/figures.ts';
import { say } from '../../words/say.ts';
import type { KnownCable } from '../../../preload/contract/index.ts';
import { KeptText } from './KeptText.tsx';
import { ReadSign } from './ReadSign.tsx';

function Line({ id, cable }: { id: string; cable: KnownCable | null | undefined }) {
  return (
    <span className="row-line">
      <span className="row-id">{id}</span>
      {cable === null ? <span className="row-note">{say('dossier.missing')}</span> : null}
      {cable === null || cable === undefined ? null : (
        <>
          <span className="row-origin">{cable.origin}</span>
          <span className="row-date">
            {cable.created === null ? say('cable.undated') : shortDate(cable.created)}
          </span>
          {cable.classification === null ? null : <Marking text={cable.classification} />}
          <ReadSign id={id} />
        </>
      )}
    </span>
  );
}

function Remark({ id, dossier, text }: { id: string; dossier: string; text: string }) {
  return (
    <DialogTrigger>
      <Button className="icon-button row-tool" aria-label={say('dossier.remarkOn', { id })}>
        <MessageSquareText size={15} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className="popover remark-popover" placement="bottom end">
        <Dialog className="dialog" aria-label={say('dossier.remarkOn', { id })}>
          <KeptText
            label={say('dossier.remark')}
            placeholder={say('dossier.remarkHelp')}
            kept={text}
            onKeep={words => void remarkInDossier(dossier, id, words)}
            focused
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** What stands in the row of a cable; the list draws it for the rows in sight only. */
export function DossierRow({ id, dossier }: { id: string; dossier: string }) {
  const cable = useSummary(id);
  const remark = useRemark(dossier, id);
  const subject = cable?.subject ?? (cable === null ? id : say('cable.noSubject'));
  return (
    <>
      <Button slot="drag" className="grip" aria-label={say('dossier.move', { id })}>
        <GripVertical size={14} aria-hidden="true" />
      </Button>
      <div className="dossier-row-text">
        <span className={cable === null ? 'row-subject row-missing' : 'row-subject'}>
          {cable === undefined ? '' : subject}
        </span>
        <Line id={id} cable={cable} />
        {remark === '' ? null : <p className="row-remark">{remark}</p>}
      </div>
      <Remark id={id} dossier={dossier} text={remark} />
      <Button
        className="icon-button row-tool"
        aria-label={say('dossier.remove', { id })}
        onPress={() => void removeFromDossier(dossier, [id])}
      >
        <X size={15} strokeWidth={1.75} aria-hidden="true" />
      </Button>
    </>
  );
}
