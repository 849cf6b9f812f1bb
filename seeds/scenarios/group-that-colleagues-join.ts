import type { JoinGroup } from '../../server/core/contract/group-claims.ts';
import { fen } from '../../server/core/kit/money.ts';
import { findUserByPhone, openWorkerAccount } from '../../server/features/accounts/index.ts';
import { getComplaint } from '../../server/features/complaints/index.ts';
import {
  askOwnLeaving,
  confirmLeaving,
  getGroup,
  joinGroup,
  makeLink,
} from '../../server/features/group-claims/index.ts';
import { worker } from '../demo-office.ts';
import type { Person } from '../demo-office.ts';
import type { Scene } from './scene.ts';
import { openCase, owed, register } from './scene.ts';

/** Phones of the demo's group: who filed it signs in with the first and finds the code to join. */
const PHONES = {
  filer: '13800000021',
  named: '13800000022',
  quiet: '13800000023',
  gone: '13800000024',
  pressed: '13800000025',
  late: '13800000026',
} as const;

/**
 * Seven people of one site: one only named by others, one who says more than was said of him, one who speaks for
 * himself, one who left, one who is pressed to leave, and one who joined after the case was filed.
 */
export async function groupThatColleaguesJoin(scene: Scene): Promise<void> {
  const month = owed(scene, 12, fen(2)).map(({ payMonth }) => payMonth);
  const complaint = await register(scene, 12, {
    ...{ channel: 'WALK_IN', externalNumber: 'DEMO-group-joined', name: '熊得军', phone: PHONES.filer },
    ...{ headcount: 7, owedFen: fen(7_000_000), projectId: scene.projectId, employerId: scene.labourId },
    ...{ site: '演示：安置小区二标段', story: '演示：钢筋班七个人两个月没有领到工资。' },
    people: [
      { name: '李小祥', phone: PHONES.named, months: owed(scene, 12, fen(1_000_000)) },
      { name: '侬阿兴', months: owed(scene, 12, fen(960_000)) },
    ],
  });
  const { receiptNumber } = await getComplaint(complaint.id, scene.as('clerk', 12));
  const filer = await colleague(PHONES.filer, scene);
  const { link } = await makeLink(receiptNumber, filer.on(scene.day(11), 12));
  const token = link?.path.slice('/j/'.length) ?? '';
  const joins = async (
    phone: string,
    before: number,
    said: Pick<JoinGroup, 'name' | 'consents' | 'shownToRepresentative'>,
    sum: number,
  ) => {
    const who = await colleague(phone, scene);
    const word = { token, payMonths: month, owedFen: fen(sum), ...said };
    return { who, mine: await joinGroup(word, who.on(scene.day(before), 13)) };
  };
  const open = { consents: true, shownToRepresentative: true };
  await joins(PHONES.filer, 11, { name: '熊得军', ...open }, 1_150_000);
  await joins(PHONES.named, 11, { name: '李小祥', ...open }, 1_230_000);
  await joins(PHONES.quiet, 10, { name: '陆正光', consents: false, shownToRepresentative: false }, 880_000);
  const gone = await joins(PHONES.gone, 10, { name: '王开朝', ...open }, 640_000);
  const pressed = await joins(
    PHONES.pressed,
    10,
    { name: '马云飞', consents: true, shownToRepresentative: false },
    990_000,
  );
  await openCase(scene, complaint, 9, {
    title: '演示：钢筋班集体投诉，工友各自加入',
    employer: scene.labourName,
  });
  const leaves = { reason: '演示：工钱已经私下结清', pressed: false };
  await askOwnLeaving(gone.mine.id, leaves, gone.who.on(scene.day(8), 12));
  const clerk = scene.as('clerk', 5);
  const asked = (await getGroup(complaint.id, clerk)).members.find(({ id }) => id === gone.mine.id);
  const confirmed = { confirmedBy: 'phone', pressed: false, note: '演示：电话核实，本人自愿' } as const;
  await confirmLeaving({ id: gone.mine.id, version: asked?.version ?? 0 }, confirmed, clerk);
  await joins(PHONES.late, 3, { name: '杨绍云', ...open }, 760_000);
  const forced = { reason: '演示：班组长说不退就不给活干', pressed: true };
  await askOwnLeaving(pressed.mine.id, forced, pressed.who.on(scene.day(1), 12));
}

/** A colleague with his own phone, whose account opens with its first code. */
async function colleague(phone: string, scene: Scene): Promise<Person> {
  if ((await findUserByPhone(phone)) === null) await openWorkerAccount(phone, scene.as('system', 12));
  return worker(phone);
}
