import { openFilesOf } from './coordination-files.ts';
import { coordinationLimit, decidersLimit, meetingsLimit } from './coordination-reach.ts';
import { findMeeting } from './meetings/meeting.model.ts';
import { findOrder } from './orders/order.model.ts';
import { findTalk } from './talks/talk.model.ts';
import { findTask } from './tasks/task.model.ts';

openFilesOf(
  'departmentTask',
  async (_id, ctx) => (await findTask({ $and: [{ _id }, coordinationLimit(ctx)] })) !== null,
);
openFilesOf(
  'supervisionOrder',
  async (_id, ctx) => (await findOrder({ $and: [{ _id }, coordinationLimit(ctx)] })) !== null,
);
openFilesOf(
  'formalTalk',
  async (_id, ctx) => (await findTalk({ $and: [{ _id }, decidersLimit(ctx)] })) !== null,
);
openFilesOf(
  'jointMeeting',
  async (_id, ctx) => (await findMeeting({ $and: [{ _id }, meetingsLimit(ctx)] })) !== null,
);
