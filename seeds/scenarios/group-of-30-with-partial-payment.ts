import { fen } from '../../server/core/kit/money.ts';
import { listClaims, orderRectification, recordPayments } from '../../server/features/cases/index.ts';
import { drawFrom, drawnName } from '../random.ts';
import type { Scene } from './scene.ts';
import { openCase, personOwed, register } from './scene.ts';

const PEOPLE = 30;
const PAID = 18;
const EACH = 1_280_000;

/** Thirty people of one site: eighteen were paid by the day named, twelve were not, and the order has run out. */
export async function groupOf30WithPartialPayment(scene: Scene): Promise<void> {
  const draw = drawFrom(PEOPLE);
  const people = Array.from({ length: PEOPLE }, () => personOwed(scene, 25, drawnName(draw), EACH));
  const complaint = await register(scene, 25, {
    channel: 'HOTLINE_12345',
    externalNumber: 'DEMO-group-of-30',
    name: people[0]?.name ?? '沈国强',
    headcount: PEOPLE,
    owedFen: fen(PEOPLE * EACH),
    projectId: scene.projectId,
    employerId: scene.companyId,
    story: '演示：木工班 30 人两个月没有领到工资，项目部说工程款没到。',
    people,
  });
  const opened = await openCase(scene, complaint, 24, {
    title: '演示：木工班 30 人被拖欠工资',
    employer: scene.companyName,
  });
  const { id } = opened;
  const ordered = await orderRectification(
    id,
    opened.version,
    {
      servedOn: scene.day(18),
      rectifyBy: scene.day(4),
      mode: 'DIRECT',
      demands: '演示：付清 30 人工资 384000 元。',
      fileIds: [],
    },
    scene.as('inspector', 18),
  );
  const { items } = await listClaims(id, { limit: PEOPLE }, scene.as('inspector', 6));
  await recordPayments(
    id,
    ordered.version,
    {
      rows: items.slice(0, PAID).map((claim) => ({ claimId: claim.id, fen: claim.owedFen })),
      paidOn: scene.day(6),
      means: 'BANK_CREDIT',
      fileIds: [scene.slip],
      note: '演示：首批 18 人由专户发放。',
    },
    scene.as('inspector', 6),
  );
}
