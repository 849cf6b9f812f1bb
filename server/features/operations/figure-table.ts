import type { Figures } from './read-figures.ts';

export interface Sample {
  labels?: Record<string, string>;
  value: number;
}

/**
 * One metric: its name as Prometheus reads it, what it says, and its values in what was read. `job` and `instance` are
 * labels of Prometheus' own: one of ours by such a name would come out as `exported_job`, and `by (job)` would add all up.
 */
export interface Figure {
  name: string;
  help: string;
  labels?: readonly string[];
  samples(figures: Figures): Sample[];
}

const one = (value: number | null): Sample[] => (value === null ? [] : [{ value }]);

const perJob =
  (value: (job: Figures['jobs'][number]) => number | null) =>
  ({ jobs }: Figures): Sample[] =>
    jobs.flatMap((job) => one(value(job)).map((sample) => ({ ...sample, labels: { name: job.job } })));

/** What an operator watches beside requests, memory and CPU; docs/operate.md says what to do about each. */
export const FIGURES: readonly Figure[] = [
  {
    name: 'anxin_job_last_success_timestamp_seconds',
    help: 'When the last good run of a job ended',
    labels: ['name'],
    samples: perJob(({ lastDoneAt }) => (lastDoneAt === null ? null : lastDoneAt.getTime() / 1000)),
  },
  {
    name: 'anxin_job_last_run_ok',
    help: '1 when the last finished run of a job went well, 0 when it failed',
    labels: ['name'],
    samples: perJob(({ isWell }) => (isWell === null ? null : Number(isWell))),
  },
  {
    name: 'anxin_job_last_run_seconds',
    help: 'How long the last finished run of a job took',
    labels: ['name'],
    samples: perJob(({ lastSeconds }) => lastSeconds),
  },
  {
    name: 'anxin_job_overdue_seconds',
    help: 'How long a job has been due without being run, grace already granted; 0 when it is on time',
    labels: ['name'],
    samples: perJob((job) => job.overdueSeconds),
  },
  {
    name: 'anxin_job_running',
    help: '1 while a job runs',
    labels: ['name'],
    samples: perJob(({ running }) => Number(running)),
  },
  {
    name: 'anxin_job_last_run_figure',
    help: 'What the last good run of a job did, by word: warnings raised, notices sent, days signed',
    labels: ['name', 'figure'],
    samples: ({ jobs }) =>
      jobs.flatMap(({ job, counts }) =>
        Object.entries(counts).map(([figure, value]) => ({ labels: { name: job, figure }, value })),
      ),
  },
  {
    name: 'anxin_outbox_messages',
    help: 'Messages that wait, are being sent, or were given up, by channel; counted up to 20000 in all',
    labels: ['channel', 'state'],
    samples: ({ outbox }) =>
      outbox.messages.map(({ channel, state, count }) => ({ labels: { channel, state }, value: count })),
  },
  {
    name: 'anxin_outbox_oldest_due_seconds',
    help: 'How long the oldest message that is due has been waiting',
    samples: ({ outbox }) => one(outbox.oldestDueSeconds),
  },
  {
    name: 'anxin_outbox_sent_last_hour',
    help: 'Messages sent within the last hour, counted up to 20000',
    samples: ({ outbox }) => one(outbox.sentLastHour),
  },
  {
    name: 'anxin_events_unsealed',
    help: 'Events that wait for their place in the chain of their area and day',
    samples: ({ events }) => one(events.unsealed),
  },
  {
    name: 'anxin_events_oldest_unsealed_seconds',
    help: 'How long the oldest of them has been waiting',
    samples: ({ events }) => one(events.oldestUnsealedSeconds),
  },
  {
    name: 'anxin_events_last_signed_day_timestamp_seconds',
    help: 'Beginning (in Shanghai) of the last day whose root is signed',
    samples: ({ events }) => one(events.lastSignedDaySeconds),
  },
  {
    name: 'anxin_store_info',
    help: 'Always 1; which store answers, and its version',
    labels: ['kind', 'version'],
    samples: ({ store: { kind, version } }) => [{ labels: { kind, version }, value: 1 }],
  },
  {
    name: 'anxin_store_ping_seconds',
    help: 'How long the store took to answer a ping',
    samples: ({ store }) => one(store.pingSeconds),
  },
  {
    name: 'anxin_store_size_bytes',
    help: 'Size of the data on the disk of the store',
    samples: ({ store }) => one(store.bytes),
  },
  {
    name: 'anxin_store_memory_bytes',
    help: 'Memory of the embedded store process, its mapped pages included',
    samples: ({ store }) => one(store.own?.memoryBytes ?? null),
  },
  {
    name: 'anxin_store_commits',
    help: 'Durable commits of the embedded store since it began',
    samples: ({ store }) => one(store.own?.commits ?? null),
  },
  {
    name: 'anxin_store_open_transactions',
    help: 'Transactions under way in the embedded store',
    samples: ({ store }) => one(store.own?.openTransactions ?? null),
  },
  {
    name: 'anxin_store_form',
    help: 'Form of the data in the store: the highest migration begun',
    samples: ({ migrations }) => one(migrations.form),
  },
  {
    name: 'anxin_migrations_open',
    help: 'Migrations not run to their end',
    samples: ({ migrations }) => one(migrations.open),
  },
  {
    name: 'anxin_web_sessions',
    help: 'Signed-in browsers on record; those that ended elsewhere are swept every hour',
    samples: ({ sessions }) => one(sessions),
  },
  {
    name: 'anxin_disk_free_bytes',
    help: 'Free room on the disk of DATA_DIR',
    samples: ({ disk }) => one(disk.freeBytes),
  },
  {
    name: 'anxin_disk_total_bytes',
    help: 'Size of the disk of DATA_DIR',
    samples: ({ disk }) => one(disk.totalBytes),
  },
];
