import { askClosure, askExtension, listClaims, recordPayments } from '../../server/features/cases/index.ts';
import { extendPetition, getComplaint } from '../../server/features/complaints/index.ts';
import type { Scene } from './scene.ts';
import { openCase, personOwed, register } from './scene.ts';

/** Two cases wait for the head: one near its sixtieth working day, whose petition was given more time, one paid in full. */
export async function pendingWithTheHead(scene: Scene): Promise<void> {
  const slow = await register(scene, 59, {
    ...{ channel: 'PETITION', externalNumber: 'DEMO-extension', name: '沈天贵', phone: '13800000021' },
    ...{ employerName: '演示：某矿山采剥队', story: '演示：采剥队人数多，考勤表有两套。' },
  });
  const long = await openCase(scene, slow, 58, {
    title: '演示：采剥队拖欠工资（申请延期）',
    employer: '演示：某矿山采剥队',
  });
  const reason = '演示：两套考勤需逐人核对，请求延长。';
  const { version } = await getComplaint(slow.id, scene.as('head', 25));
  await extendPetition({ id: slow.id, version }, { reason }, scene.as('head', 25));
  await askExtension(long.id, long.version, { reason }, scene.as('inspector', 1));

  const quick = await register(scene, 14, {
    ...{ channel: 'HOTLINE_12345', externalNumber: 'DEMO-closure', name: '马玉芬' },
    ...{ employerName: '演示：某服装店', story: '演示：店里两个月工资没有发。' },
    people: [personOwed(scene, 14, '马玉芬', 960_000)],
  });
  const short = await openCase(scene, quick, 13, {
    title: '演示：服装店拖欠工资（待批结案）',
    employer: '演示：某服装店',
  });
  const { items } = await listClaims(short.id, {}, scene.as('inspector', 3));
  const paid = await recordPayments(
    short.id,
    short.version,
    {
      rows: items.map((claim) => ({ claimId: claim.id, fen: claim.owedFen })),
      paidOn: scene.day(3),
      means: 'BANK_CREDIT',
      fileIds: [scene.slip],
    },
    scene.as('inspector', 3),
  );
  const statement = '演示：工资已付清，银行回单在卷。';
  await askClosure(paid.id, paid.version, { code: 'PAID', statement }, scene.as('inspector', 1));
}
