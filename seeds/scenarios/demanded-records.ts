import type { CaseView } from '../../server/core/contract/cases.ts';
import type { SendProof } from '../../server/core/contract/matters.ts';
import { addDays } from '../../server/core/kit/plain-date.ts';
import { orderRectification } from '../../server/features/cases/index.ts';
import {
  draftDocument,
  editDocument,
  issueDocument,
  serveDocument,
} from '../../server/features/documents/index.ts';
import { storeBytes } from '../../server/features/files/index.ts';
import { sendProof } from '../../server/features/respondent/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { staff } from '../demo-office.ts';
import { sitePhoto } from '../evidence/drawn-photos.ts';
import { tell } from './proceeding-steps.ts';
import type { Scene } from './scene.ts';
import { openCase, register } from './scene.ts';

/** Two cases against the demo company: one has just been asked for its records, one has sent a part, some of it late. */
export async function demandedRecords(scene: Scene): Promise<void> {
  await sentInPart(scene);
  await justDemanded(scene);
}

async function justDemanded(scene: Scene): Promise<void> {
  const opened = await against(scene, 9, {
    number: 'DEMO-records-asked',
    name: '岑福明',
    story: '演示：木工班上个月的工钱没有发，单位说已经结清。',
    title: '演示：木工岑福明欠薪（已要求提供资料）',
  });
  await inquiry(scene, opened.id, 6);
  await tell(scene, opened, 'proofDemand', [
    3,
    {
      ...{ addressee: 'respondent', scope: '演示：最近三个月，木工班' },
      ...{ asksLabourContract: true, asksStaffRoster: true, asksWageLedger: true, asksWageList: true },
      ...{ serviceMode: 'DIRECT', servedOn: scene.day(3), produceBy: addDays(scene.day(0), 5) },
      fileIds: [scene.slip],
    },
  ]);
}

async function sentInPart(scene: Scene): Promise<void> {
  const opened = await against(scene, 16, {
    number: 'DEMO-records-part',
    name: '农秀英',
    story: '演示：抹灰班两个月没有发工资，没有签合同。',
    title: '演示：抹灰工农秀英欠薪（资料提供了一部分）',
  });
  const asked = {
    ...{ addressee: 'respondent', asksLabourContract: true, asksStaffRoster: true },
    ...{ asksWageLedger: true, asksWageList: true, scope: '演示：最近两个月，抹灰班' },
    ...{ serviceMode: 'DIRECT', servedOn: scene.day(13), produceBy: scene.day(6) },
  };
  const demanded = await tell(scene, opened, 'proofDemand', [13, { ...asked, fileIds: [scene.slip] }]);
  const demandId = demanded.proceedings.at(-1)?.id ?? '';
  const send = async (before: number, sent: Omit<SendProof, 'demandId' | 'fileIds'>, tone?: string) => {
    const ctx = await asCompany(scene, before);
    const fileIds = tone === undefined ? [] : [await picture(scene, before, tone, ctx)];
    await sendProof(opened.id, { ...sent, demandId, fileIds }, ctx);
  };
  await send(9, { document: 'staffRoster' }, '#94a3b8');
  await send(8, { document: 'labourContract', noneBecause: '演示：班组自带的工人，没有签书面合同。' });
  await send(4, { document: 'wageLedger' }, '#cbd5e1');
  const order = {
    ...{ servedOn: scene.day(2), rectifyBy: addDays(scene.day(0), 9), mode: 'DIRECT' as const },
    ...{ demands: '演示：付清抹灰班两个月工资，并报送支付凭证。', fileIds: [scene.slip] },
  };
  const { id, version } = demanded;
  await orderRectification(id, version, order, scene.as('inspector', 2, 11));
}

/** A complaint about the demo company that became a case. */
async function against(
  scene: Scene,
  before: number,
  { number, name, story, title }: { number: string; name: string; story: string; title: string },
): Promise<CaseView> {
  const { companyId, companyName, projectId } = scene;
  const told = { channel: 'WALK_IN' as const, externalNumber: number, name, story };
  const complaint = await register(scene, before, { ...told, projectId, employerId: companyId });
  return openCase(scene, complaint, before - 1, { title, employer: companyName, companyId });
}

async function inquiry(scene: Scene, caseId: string, before: number): Promise<void> {
  const draft = await draftDocument({ kind: 'inquiryNotice', caseId }, scene.as('inspector', before, 10));
  const fields = {
    ...{ 询问日期: addDays(scene.day(0), 2), 询问时间: '上午九时三十分' },
    ...{ 询问地点: '演示：文山市开化中路 1 号', 联系电话: '演示：0876-2120000' },
  };
  const filled = await editDocument(draft.id, draft.version, { fields }, scene.as('inspector', before, 11));
  const issued = await issueDocument(filled.id, filled.version, scene.as('inspector', before, 15));
  const served = {
    ...{ mode: 'DIRECT' as const, addressee: issued.addresseeName, handedOverOn: scene.day(before - 1) },
    ...{ servedBy: ['演示：两名监察员'], receivedBy: '演示：前台', fileIds: [scene.slip] },
  };
  await serveDocument(issued.id, issued.version, served, scene.as('inspector', before - 1, 11));
}

async function asCompany(scene: Scene, before: number): Promise<Ctx> {
  const { now } = scene.as('inspector', before, 16);
  return { ...(await staff('company')).on(scene.day(before), 16), now };
}

async function picture(scene: Scene, before: number, tone: string, ctx: Ctx): Promise<string> {
  const bytes = await sitePhoto(scene.day(before), tone);
  return (await storeBytes(bytes, { name: '演示：扫描件.jpg', purpose: 'evidence' }, ctx)).id;
}
