/** Long work that goes on: what it is, how far it came, how to stop it. */
import { create } from 'zustand';
import { call, listen } from '../api.ts';
import type { JobId, Progress } from '../../preload/contract/index.ts';

export interface RunningJob {
  job: JobId;
  /** what the person started, in words */
  label: string;
  progress: Progress | null;
  /** share of the files sent up to the serve host, while that goes on: 0 to 1 */
  sent: number | null;
  canCancel: boolean;
  cancelling: boolean;
}

export const useJobs = create<{ jobs: RunningJob[] }>(() => ({ jobs: [] }));

function change(job: JobId, change: Partial<RunningJob>): void {
  useJobs.setState(({ jobs }) => ({
    jobs: jobs.map(one => (one.job === job ? { ...one, ...change } : one)),
  }));
}

/** Shows a job until `work` is over, whatever comes of it. */
export async function withJob<T>(
  job: JobId,
  label: string,
  canCancel: boolean,
  work: () => Promise<T>,
): Promise<T> {
  const running = { job, label, progress: null, sent: null, canCancel, cancelling: false };
  useJobs.setState(({ jobs }) => ({ jobs: [...jobs, running] }));
  try {
    return await work();
  } finally {
    useJobs.setState(({ jobs }) => ({ jobs: jobs.filter(one => one.job !== job) }));
  }
}

export function tellSent(job: JobId, bytes: number, total: number): void {
  change(job, { sent: total === 0 || bytes >= total ? null : bytes / total });
}

/** Asks the host to stop; what is committed stays. */
export async function cancelJob(job: JobId): Promise<void> {
  change(job, { cancelling: true });
  const result = await call('job.cancel', { job });
  if (!result.ok || !result.value.cancelled) change(job, { cancelling: false });
}

/** Keeps up with progress; the answer ends it. */
export function followProgress(): () => void {
  return listen('progress', ({ job, progress }) => change(job, { progress }));
}
