import { openHeldFiles } from '../files/index.ts';
import { coordinationLimit, decidersLimit, meetingsLimit } from './coordination-reach.ts';
import { findMeeting } from './meetings/meeting.model.ts';
import { findOrder } from './orders/order.model.ts';
import { findTalk } from './talks/talk.model.ts';
import { findTask } from './tasks/task.model.ts';

openHeldFiles(
  'departmentTask',
  async (_id, _fileId, ctx) => (await findTask({ $and: [{ _id }, coordinationLimit(ctx)] })) !== null,
);
openHeldFiles(
  'supervisionOrder',
  async (_id, _fileId, ctx) => (await findOrder({ $and: [{ _id }, coordinationLimit(ctx)] })) !== null,
);
openHeldFiles(
  'formalTalk',
  async (_id, _fileId, ctx) => (await findTalk({ $and: [{ _id }, decidersLimit(ctx)] })) !== null,
);
openHeldFiles(
  'jointMeeting',
  async (_id, _fileId, ctx) => (await findMeeting({ $and: [{ _id }, meetingsLimit(ctx)] })) !== null,
);
