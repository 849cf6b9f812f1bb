import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import {
  proposeRefusal,
  requestSupplement,
  transferComplaint,
} from '../../server/features/complaints/index.ts';
import type { Scene } from './scene.ts';
import { register } from './scene.ts';

/** What lies on the desk this morning: new, due today, overdue, asked back, offered, waiting for the head. */
export async function freshComplaints(scene: Scene): Promise<void> {
  await register(scene, 0, {
    ...{ channel: 'HOTLINE_12345', externalNumber: 'DEMO-new', name: '周云生' },
    ...{ employerName: '演示：某绿化工程队', story: '演示：种树一个半月，工资没有发。' },
  });
  await register(scene, 5, {
    ...{ channel: 'HOTLINE_12333', externalNumber: 'DEMO-due-today', name: '罗永福' },
    ...{ projectId: scene.projectId, employerId: scene.labourId, story: '演示：泥水班工资拖了两个月。' },
  });
  await register(scene, 7, {
    ...{ channel: 'NATIONAL_PLATFORM', externalNumber: 'DEMO-late', name: '何贵' },
    ...{ employerName: '演示：某物流公司', story: '演示：装卸工工资没有发，平台转办。' },
  });
  await register(
    scene,
    1,
    {
      ...{ channel: 'GRID', externalNumber: 'DEMO-grid', name: '杨阿珍', areaCode: `${DEMO_AREA}001` },
      ...{ employerName: '演示：街道环卫外包公司', story: '演示：网格员代老人填写，扫街三个月没拿到钱。' },
    },
    'grid',
  );
  const unclear = await register(scene, 4, {
    ...{ channel: 'WALK_IN', externalNumber: 'DEMO-supplementing', name: '李加林' },
    ...{ site: '演示：城边一处工地', story: '演示：说不清老板姓名和工地位置。' },
  });
  const question = '演示：请补充工地地址和带班人的电话。';
  await requestSupplement(unclear, { question }, scene.as('clerk', 3));
  const outside = await register(scene, 4, {
    ...{ channel: 'WALK_IN', externalNumber: 'DEMO-refusal', name: '田红' },
    ...{ employerName: '演示：某餐馆', story: '演示：三年前离职时少发了一个月工资。' },
  });
  await proposeRefusal(
    outside,
    {
      ground: 'OVER_TIME',
      reason: '演示：违法行为终了已超过两年。',
      whereInstead: '可向人民法院咨询起诉',
    },
    scene.as('clerk', 1),
  );
  const building = await register(scene, 3, {
    ...{ channel: 'ASSIGNED', externalNumber: 'DEMO-housing', name: '王光荣' },
    ...{ projectId: scene.projectId, story: '演示：要求结算工程款，材料款和人工费混在一起。' },
  });
  await transferComplaint(
    building,
    { toDepartment: 'housing', reason: '演示：主要是工程款结算，由住建部门处理。' },
    scene.as('clerk', 2),
  );
  await offeredByNeighbour(scene);
}

/** 砚山县 offers one to this office. */
async function offeredByNeighbour(scene: Scene): Promise<void> {
  const far = await register(
    scene,
    3,
    {
      ...{ channel: 'HOTLINE_12345', externalNumber: 'DEMO-offered', name: '黄绍华', areaCode: '532622' },
      ...{ employerName: '演示：某装修队', story: '演示：在文山市装修，家在砚山，向砚山投诉。' },
    },
    'system',
  );
  const reason = '演示：用工地点在文山市。';
  await transferComplaint(far, { toAreaCode: DEMO_AREA, reason }, scene.as('system', 2));
}
