import './coordination-setup.ts';

export { COORDINATION_PERMISSIONS } from './coordination.permissions.ts';
export { coordinationRoutes } from './coordination.routes.ts';
export { getTask, listReplies, listTasks } from './tasks/list-tasks.ts';
export { moveTask } from './tasks/move-task.ts';
export { openTask } from './tasks/open-task.ts';
export { getOrder, listOrders, listPublicSupervision } from './orders/list-orders.ts';
export { moveOrder } from './orders/move-order.ts';
export { openOrder } from './orders/open-order.ts';
export { listTalks } from './talks/list-talks.ts';
export { moveTalk } from './talks/move-talk.ts';
export { openTalk } from './talks/open-talk.ts';
