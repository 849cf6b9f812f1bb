import type { AddEvidence, EvidenceView, InterviewView } from '../../server/core/contract/evidence.ts';
import {
  addEvidence,
  beginInterview,
  finishInterview,
  redactEvidence,
  signInterview,
  takeInEvidence,
  withdrawEvidence,
} from '../../server/features/evidence/index.ts';
import { storeBytes } from '../../server/features/files/index.ts';
import type { Scene } from '../scenarios/scene.ts';
import { openCase, register } from '../scenarios/scene.ts';
import { chatPicture, hand, sitePhoto, tone } from './drawn-photos.ts';

/** One case with evidence of several kinds: from the complaint, from the site, covered, withdrawn, and a signed interview. */
export async function wholeEvidence(scene: Scene): Promise<void> {
  const slip = await storeBytes(
    await chatPicture(),
    { name: '演示聊天截图.png', purpose: 'evidence' },
    scene.as('clerk', 12),
  );
  const complaint = await register(scene, 12, {
    channel: 'WALK_IN',
    externalNumber: 'DEMO-evidence',
    name: '罗永福',
    employerName: '演示：文山某劳务公司',
    story: '演示：钢筋班三个月没有发工资，有聊天记录为证。',
    fileIds: [slip.id],
  });
  const { id } = await openCase(scene, complaint, 11, {
    title: '演示：钢筋班欠薪（证据齐全）',
    employer: '演示：文山某劳务公司',
  });
  await takeInEvidence(id, {}, scene.as('inspector', 10));
  const gate = await photo(scene, id, 9, '#94a3b8', {
    title: '工地大门照片',
    shows: '项目在施工，钢筋班在场',
  });
  const boxes = [{ left: 262, top: 560, width: 80, height: 150 }];
  await redactEvidence(gate.id, gate.version, { boxes, reason: '遮盖工人面部' }, scene.as('inspector', 8));
  const wrong = await photo(scene, id, 9, '#cbd5e1', { title: '隔壁工地照片' });
  await withdrawEvidence(wrong.id, wrong.version, { reason: '拍的不是本案工地' }, scene.as('inspector', 8));
  await add(scene, id, 8, tone(), 'wav', { kind: 'audio', side: 'thirdParty', title: '班组长通话录音' });
  await addEvidence(
    id,
    { ...words(scene, 7), kind: 'document', side: 'respondent', title: '劳务分包合同', fileId: scene.slip },
    scene.as('inspector', 7),
  );
  await interview(scene, id);
}

const words = (scene: Scene, before: number) => ({ obtainedOn: scene.day(before) });

async function add(
  scene: Scene,
  caseId: string,
  before: number,
  bytes: Buffer,
  extension: string,
  about: Pick<AddEvidence, 'kind' | 'side' | 'title'> & { shows?: string; place?: string },
): Promise<EvidenceView> {
  const as = scene.as('inspector', before);
  const file = await storeBytes(bytes, { name: `${about.title}.${extension}`, purpose: 'evidence' }, as);
  return addEvidence(caseId, { ...words(scene, before), ...about, fileId: file.id }, as);
}

const photo = async (
  scene: Scene,
  caseId: string,
  before: number,
  colour: string,
  about: { title: string; shows?: string },
): Promise<EvidenceView> =>
  add(scene, caseId, before, await sitePhoto(scene.day(before), colour), 'jpg', {
    ...{ kind: 'photo', side: 'office', place: '演示工地东门' },
    ...about,
  });

/** Asked on site by the two inspectors, read to the worker, signed by all three. */
async function interview(scene: Scene, caseId: string): Promise<void> {
  const begun = scene.as('inspector', 6, 10);
  let one: InterviewView = await beginInterview(
    caseId,
    {
      ...{ personName: '罗永福', personRole: '农民工', place: '演示工地项目部', isReporter: false },
      inspectorIds: [scene.inspectorId, scene.secondId],
      begunAt: begun.now.toISOString(),
      lines: [
        {
          question: '请说一下你的工作和工资约定。',
          answer: '钢筋班，每天三百元，约定每月十五日发上月工资。',
        },
        { question: '欠了哪几个月？', answer: '三个月都没有发，只给过两千元生活费。' },
        { question: '有什么材料证明？', answer: '有和班组长的聊天记录，还有记工本。' },
      ],
    },
    begun,
  );
  const hands: [who: 'person' | 'inspector', name: string][] = [
    ['person', one.personName],
    ...one.inspectors.map(({ name }): ['inspector', string] => ['inspector', name]),
  ];
  for (const [at, [who, name]] of hands.entries())
    one = await signInterview(
      one.id,
      one.version,
      { who, name, strokes: hand(at) },
      scene.as('inspector', 6, 11),
    );
  const ended = scene.as('inspector', 6, 11);
  await finishInterview(one.id, one.version, { endedAt: ended.now.toISOString() }, ended);
}
