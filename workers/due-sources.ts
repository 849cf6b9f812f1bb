import { DEPARTMENT_TASK } from '../server/core/coordination/department-task.ts';
import { SUPERVISION_ORDER } from '../server/core/coordination/supervision-order.ts';
import { FINDING } from '../server/core/inspections/finding-table.ts';
import type { PlainDate } from '../server/core/kit/plain-date.ts';
import type { Deadline } from '../server/core/law/deadline.ts';
import { LISTING } from '../server/core/listings/listing-table.ts';
import { PUBLICATION } from '../server/core/publications/publication-table.ts';
import { findDueCases } from '../server/features/cases/index.ts';
import { findDueComplaints, officeOf } from '../server/features/complaints/index.ts';
import { DepartmentTasks, SupervisionOrders } from '../server/features/coordination/index.ts';
import type { OrderRecord, TaskRecord } from '../server/features/coordination/index.ts';
import { Findings } from '../server/features/inspections/index.ts';
import type { FindingRecord } from '../server/features/inspections/index.ts';
import { Listings } from '../server/features/listings/index.ts';
import type { ListingRecord } from '../server/features/listings/index.ts';
import { Releases } from '../server/features/releases/index.ts';
import type { ReleaseRecord } from '../server/features/releases/index.ts';
import { Publications } from '../server/features/publications/index.ts';
import type { PublicationRecord } from '../server/features/publications/index.ts';
import { findDueLives } from '../server/platform/lives/index.ts';
import type { LifeRecord } from '../server/platform/lives/index.ts';

/** A last day that somebody should hear of. */
export interface Due {
  kind: string;
  id: string;
  /** How people call it: its number, or the words for its kind with what it is about; never a person's name. */
  called: string;
  areaCode: string;
  officeCode: string;
  /** Whose it is, as far as anybody's. */
  named: readonly string[];
  /** The next step is this role's, whoever made those before. */
  forRole?: 'inspector' | 'bureauHead';
  /** Somebody sent it and waits for it: it lies with this department, where it is known, and not with the office. */
  sentTo?: { departmentCode?: string };
  next: Deadline;
}
type DuePage = Promise<{ items: Due[]; nextCursor: string | null }>;
/** A page of what falls due up to a day, the earliest first. */
type DueSource = (upTo: PlainDate, cursor?: string) => DuePage;

const complaints: DueSource = async (upTo, cursor) => {
  const { items, nextCursor } = await findDueComplaints(upTo, cursor);
  const due = items.map(({ id, receiptNumber, ownerId, areaCode, officeCode, next }) => ({
    ...{ kind: 'complaint', id, called: receiptNumber, areaCode, officeCode, next },
    named: ownerId === undefined ? [] : [ownerId],
  }));
  return { items: due, nextCursor };
};

const cases: DueSource = async (upTo, cursor) => {
  const { items, nextCursor } = await findDueCases(upTo, cursor);
  const due = items.map(({ id, caseNumber, inspectorIds, areaCode, officeCode, next }) => ({
    ...{ kind: 'case', id, called: caseNumber, areaCode, officeCode, named: inspectorIds, next },
  }));
  return { items: due, nextCursor };
};

/** Records that live by a table: whoever made their steps answers for them, as far as he still works there. */
const lives =
  <Stored extends LifeRecord>(
    model: Parameters<typeof findDueLives>[0],
    kind: string,
    { name }: { name: { zh: string } },
    about: (record: Stored) => string | undefined,
    more: (record: Stored) => Partial<Pick<Due, 'sentTo' | 'named' | 'forRole'>> = () => ({}),
  ): DueSource =>
  async (upTo, cursor) => {
    const { items, nextCursor } = await findDueLives<Stored>(model, upTo, cursor);
    const due = items.map(({ record, next, hands }) => ({
      ...{ kind, id: String(record._id), areaCode: record.areaCode, next },
      called: [name.zh, about(record) ?? ''].join(' ').trimEnd(),
      officeCode: officeOf(record.areaCode),
      named: hands,
      ...more(record),
    }));
    return { items: due, nextCursor };
  };

/** A matter sent by an office: the department keeps the day, the sender hears where it is not kept. */
const sent = ({ departmentCode, sentBy }: Pick<OrderRecord, 'departmentCode' | 'sentBy'>) => ({
  sentTo: departmentCode === undefined ? {} : { departmentCode },
  named: sentBy.id === undefined ? [] : [sentBy.id],
});

/** Everything with a last day of somebody's; one line each. */
const SOURCES: readonly DueSource[] = [
  complaints,
  cases,
  lives<ListingRecord>(Listings, 'listing', LISTING, ({ caseNumber }) => caseNumber),
  lives<PublicationRecord>(Publications, 'publication', PUBLICATION, ({ caseNumber }) => caseNumber),
  lives<ReleaseRecord>(
    Releases,
    'release',
    { name: { zh: '销户与返还' } },
    ({ projectName }) => projectName,
    // The desk publishes the notice; it reviews and confirms nothing.
    ({ state }) => ({ forRole: state === 'passed' ? 'bureauHead' : 'inspector' }),
  ),
  lives<FindingRecord>(Findings, 'finding', FINDING, (one) => one.projectName ?? one.companyName),
  lives<TaskRecord>(DepartmentTasks, 'departmentTask', DEPARTMENT_TASK, ({ about }) => about?.label, sent),
  lives<OrderRecord>(
    SupervisionOrders,
    'supervisionOrder',
    SUPERVISION_ORDER,
    (one) => one.about?.label,
    sent,
  ),
];

/** What falls due up to a day, source by source and page by page. */
export async function* dueUpTo(upTo: PlainDate): AsyncGenerator<Due> {
  for (const source of SOURCES) {
    let cursor: string | undefined;
    do {
      const page = await source(upTo, cursor);
      yield* page.items;
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
}
