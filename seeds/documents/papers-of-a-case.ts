import type { DocumentKind, DocumentView } from '../../server/core/contract/documents.ts';
import { addDays } from '../../server/core/kit/plain-date.ts';
import {
  approveDocument,
  draftDocument,
  editDocument,
  issueDocument,
  serveDocument,
  submitDocument,
  voidDocument,
} from '../../server/features/documents/index.ts';
import type { Scene } from '../scenarios/scene.ts';
import { openCase, personOwed, register } from '../scenarios/scene.ts';

const OFFICE = { 机关地址: '演示：文山市开化中路 1 号', 联系电话: '演示：0876-2120000' } as const;
const AGAINST = '《保障农民工工资支付条例》第十一条';

/** One case whose papers stand in each state: issued and served, issued, approved, with the head, drafts, and a void one. */
export async function papersOfACase(scene: Scene): Promise<void> {
  const complaint = await register(scene, 20, {
    ...{ channel: 'WALK_IN', externalNumber: 'DEMO-papers', name: '韦明' },
    ...{ projectId: scene.projectId, employerId: scene.labourId, headcount: 2 },
    people: [personOwed(scene, 20, '韦明', 960_000), personOwed(scene, 20, '罗开富', 843_550)],
    story: '演示：钢筋工两个月工资没有发，要求支付。',
  });
  const opened = await openCase(scene, complaint, 19, {
    title: '演示：钢筋工欠薪（文书齐全）',
    employer: scene.labourName,
  });
  const of = { caseId: opened.id };

  const inquiry = await filled(scene, 18, 'inquiryNotice', of, {
    ...{ 询问日期: scene.day(14), 询问时间: '上午九时三十分', 询问地点: OFFICE.机关地址 },
    联系电话: OFFICE.联系电话,
  });
  const asked = await issueDocument(inquiry.id, inquiry.version, scene.as('inspector', 18, 15));
  await serveDocument(
    asked.id,
    asked.version,
    {
      ...{ mode: 'DIRECT', addressee: asked.addresseeName, handedOverOn: scene.day(17) },
      ...{ servedBy: ['演示：两名监察员'], receivedBy: '演示：前台', fileIds: [scene.slip] },
    },
    scene.as('inspector', 17, 11),
  );

  const order = await approved(scene, 10, 'rectificationOrder', of, {
    ...{ 当事人地址: '演示：文山市城南路 6 号', 违反规定: AGAINST },
    ...{ 改正期限: addDays(scene.day(0), 7), 联系电话: OFFICE.联系电话 },
  });
  const issued = await issueDocument(order.id, order.version, scene.as('inspector', 9, 15));
  await serveDocument(
    issued.id,
    issued.version,
    {
      ...{ mode: 'LEFT', addressee: issued.addresseeName, handedOverOn: scene.day(8) },
      ...{ servedBy: ['演示：两名监察员'], witness: '演示：社区工作人员', fileIds: [scene.slip] },
    },
    scene.as('inspector', 8, 11),
  );

  await approved(scene, 3, 'priorNotice', of, {
    ...OFFICE,
    ...{ 当事人地址: '演示：文山市城南路 6 号', 违反规定: AGAINST },
    ...{ 拟作出的决定: '演示：责令支付拖欠的工资', 陈述申辩期限: addDays(scene.day(0), 10) },
  });
  await submitted(scene, 2, 'extensionApproval', of, { 延长理由: '演示：账册在外地' });
  await filled(scene, 1, 'handlingDecision', of, { 违反规定: AGAINST });
  const wrong = await filled(scene, 1, 'closureApproval', of, {});
  await voidDocument(
    wrong.id,
    wrong.version,
    { reason: '演示：尚未付清，不能结案' },
    scene.as('inspector', 1, 16),
  );
}

type Of = { caseId: string };
type Fields = Record<string, string>;

async function filled(
  scene: Scene,
  before: number,
  kind: DocumentKind,
  of: Of,
  fields: Fields,
): Promise<DocumentView> {
  const draft = await draftDocument({ kind, ...of }, scene.as('inspector', before, 10));
  if (Object.keys(fields).length === 0) return draft;
  return editDocument(draft.id, draft.version, { fields }, scene.as('inspector', before, 11));
}

async function submitted(...told: Parameters<typeof filled>): Promise<DocumentView> {
  const [scene, before] = told;
  const { id, version } = await filled(...told);
  return submitDocument(id, version, scene.as('inspector', before, 14));
}

async function approved(...told: Parameters<typeof filled>): Promise<DocumentView> {
  const [scene, before] = told;
  const { id, version } = await submitted(...told);
  return approveDocument(id, version, {}, scene.as('head', before, 16));
}
