/** The quiet line at the foot: the archive, what goes on, what came of it. */
import { X } from 'lucide-react';
import { Button, ProgressBar } from 'react-aria-components';
import { useArchive } from '../state/archive.ts';
import { cancelJob, useJobs } from '../state/jobs.ts';
import type { RunningJob } from '../state/jobs.ts';
import { putAway, useNotices } from '../state/notices.ts';
import type { Notice } from '../state/notices.ts';
import { longDate } from '../words/figures.ts';
import { say } from '../words/say.ts';
import { progressText, shareOf } from './progress-text.ts';

function ArchiveLine() {
  const info = useArchive(state => state.info);
  if (info === null) return <span>{say('status.noArchive')}</span>;
  const verified =
    info.lastVerified === null
      ? say('status.neverVerified')
      : say('status.verified', { date: longDate(info.lastVerified) });
  const parts = [
    say('status.archive', { name: info.name, cables: say('count.cables', { count: info.cables }) }),
    verified,
    ...(info.readOnly ? [say('status.readOnly')] : []),
  ];
  return <span className="status-archive">{parts.join(' · ')}</span>;
}

function JobLine({ job }: { job: RunningJob }) {
  const share = shareOf(job);
  return (
    <span className="status-job">
      <ProgressBar
        className="progress"
        aria-label={job.label}
        {...(share === null ? { isIndeterminate: true } : { value: share * 100 })}
      >
        <span className="progress-track">
          <span
            className={share === null ? 'progress-fill progress-unknown' : 'progress-fill'}
            style={{ width: `${(share ?? 1) * 100}%` }}
          />
        </span>
      </ProgressBar>
      <span className="status-text">{progressText(job)}</span>
      {job.canCancel ? (
        <Button className="button-link" isDisabled={job.cancelling} onPress={() => void cancelJob(job.job)}>
          {job.cancelling ? say('status.cancelling') : say('status.cancel')}
        </Button>
      ) : null}
    </span>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  return (
    <span className={`status-notice status-${notice.kind}`}>
      <span className="status-text">{notice.text}</span>
      {notice.actions.map(action => (
        <Button
          key={action.label}
          className="button-link"
          onPress={() => {
            putAway(notice.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      ))}
      <Button className="button-link" aria-label={say('status.dismiss')} onPress={() => putAway(notice.id)}>
        <X size={13} aria-hidden="true" />
      </Button>
    </span>
  );
}

export function StatusLine() {
  const { jobs } = useJobs();
  const { notices } = useNotices();
  return (
    <section className="status" aria-label={say('status.region')}>
      <ArchiveLine />
      <span className="status-end">
        {jobs.map(job => (
          <JobLine key={job.job} job={job} />
        ))}
        <span className="status-notices" role="status">
          {notices.map(notice => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </span>
      </span>
    </section>
  );
}
