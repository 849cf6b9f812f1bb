import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { BellItem, DemoMessage } from '../../../server/core/contract/operations.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import { configureNotifications } from '../../../server/features/notifications/index.ts';
import { BellItems, DemoMessages } from '../../../server/platform/outbox/index.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { useStore } from '../../support/store.ts';
import { openStaff, PASSWORD } from '../operations/open-staff.ts';

const AT = new Date('2030-03-04T02:00:00Z');

describe('GET /api/notifications and marking them as read', () => {
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  let mine: Agent;
  let myId: string;
  let theirId: string;
  const ids: string[] = [];

  before(async () => {
    test = startTestApp(AT);
    await openStaff(test, { inspector1: ['inspector', '532601'], inspector2: ['inspector', '532601'] });
    mine = await test.signIn('inspector1', PASSWORD);
    [myId, theirId] = (await Promise.all(['inspector1', 'inspector2'].map(idOf))) as [string, string];
  });
  beforeEach(async () => {
    await mongoose.connection.collection('bellItems').deleteMany({});
    ids.length = 0;
    for (let n = 0; n < 4; n += 1) ids.push(await ring(n === 3 ? theirId : myId, n));
  });

  async function idOf(login: string): Promise<string> {
    const user = await mongoose.connection.collection('users').findOne({ login });
    return String(user?._id);
  }
  async function ring(userId: string, n: number): Promise<string> {
    const [made] = await BellItems.create([
      {
        _id: new mongoose.Types.ObjectId(),
        userId,
        template: 'test',
        title: { zh: `标题${n}`, en: `title ${n}` },
        text: { zh: '内容', en: 'text' },
        link: '/operations/jobs',
        at: new Date(AT.getTime() + n * 1000),
        readAt: null,
      },
    ]);
    return String(made?._id);
  }
  const list = async (query = ''): Promise<Page<BellItem>> => {
    const res = await mine.get(`/api/notifications${query}`);
    assert.equal(res.status, 200, res.text);
    return res.body as Page<BellItem>;
  };

  it('shows the own items alone, newest first, in both languages', async () => {
    const page = await list();
    assert.equal(page.total, 3);
    assert.deepEqual(
      page.items.map((item) => item.title.en),
      ['title 2', 'title 1', 'title 0'],
    );
    const { id, ...rest } = page.items[0] as BellItem;
    assert.equal(id, ids[2]);
    assert.deepEqual(rest, {
      template: 'test',
      title: { zh: '标题2', en: 'title 2' },
      text: { zh: '内容', en: 'text' },
      link: '/operations/jobs',
      at: '2030-03-04T02:00:02.000Z',
    });
  });

  it('pages', async () => {
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    assert.deepEqual(
      [...first.items, ...second.items].map((item) => item.id),
      [ids[2], ids[1], ids[0]],
    );
    assert.equal(second.nextCursor, null);
  });

  it('marks one as read, once, and lists by whether it is read', async () => {
    assert.equal((await mine.post(`/api/notifications/${ids[1]}/read`)).status, 204);
    test.clock.set(new Date(AT.getTime() + 60_000));
    assert.equal((await mine.post(`/api/notifications/${ids[1]}/read`)).status, 204);
    test.clock.set(AT);
    assert.deepEqual(
      (await list('?unread=true')).items.map((item) => item.id),
      [ids[2], ids[0]],
    );
    assert.deepEqual(
      (await list('?unread=false')).items.map((item) => [item.id, item.readAt]),
      [[ids[1], AT.toISOString()]],
    );
  });

  it('marks all of the own as read and nobody else’s', async () => {
    const res = await mine.post('/api/notifications/read-all');
    assert.deepEqual([res.status, res.body], [200, { read: 3 }]);
    assert.equal((await list('?unread=true')).total, 0);
    assert.equal((await BellItems.findById(ids[3]).lean())?.readAt, null);
  });

  it('answers 404 for another person’s item, an unknown and a malformed id, and changes nothing', async () => {
    for (const id of [ids[3], '0'.repeat(24), '%24ne', 'x']) {
      assert.equal((await mine.post(`/api/notifications/${id}/read`)).status, 404, id);
    }
    assert.equal(await BellItems.countDocuments({ readAt: null }), 4);
  });

  it('is closed to visitors and refuses unknown queries', async () => {
    assert.equal((await test.visitor().get('/api/notifications')).status, 401);
    for (const query of ['unread=maybe', 'userId=x', 'sort=title', 'unread[$ne]=true']) {
      assert.equal((await mine.get(`/api/notifications?${query}`)).status, 422, query);
    }
  });
});

describe('GET /api/demo-inbox', () => {
  useStore();
  let test: TestApp;
  before(() => {
    test = startTestApp(AT);
  });
  beforeEach(async () => {
    const expiresAt = new Date(AT.getTime() + 60_000);
    await DemoMessages.create([
      { _id: '<1@x>', channel: 'sms', to: '13812345678', text: '验证码 482913', at: AT, expiresAt },
      {
        _id: '<2@x>',
        channel: 'mail',
        to: 'a@example.cn',
        subject: '主题',
        text: '内容',
        at: new Date(AT.getTime() + 1),
        expiresAt,
      },
    ]);
  });
  after(() => configureNotifications({ demo: true }));

  it('shows anybody what would have been sent, newest first, or that of one phone', async () => {
    const all = await test.visitor().get('/api/demo-inbox');
    assert.equal(all.status, 200, all.text);
    assert.deepEqual(
      (all.body as DemoMessage[]).map((message) => message.channel),
      ['mail', 'sms'],
    );
    const one = await test.visitor().get('/api/demo-inbox?phone=13812345678');
    assert.deepEqual(one.body, [
      { id: '<1@x>', channel: 'sms', to: '13812345678', text: '验证码 482913', at: AT.toISOString() },
    ]);
    assert.deepEqual((await test.visitor().get('/api/demo-inbox?phone=13900000000')).body, []);
  });

  it('refuses what is no phone number', async () => {
    for (const phone of ['1', '.*', '138123456789', 'a@example.cn']) {
      assert.equal((await test.visitor().get(`/api/demo-inbox?phone=${phone}`)).status, 422, phone);
    }
  });

  it('is not there outside of demo mode', async () => {
    configureNotifications({ demo: false });
    assert.equal((await test.visitor().get('/api/demo-inbox')).status, 404);
    assert.equal((await test.visitor().get('/api/demo-inbox?phone=13812345678')).status, 404);
  });
});
