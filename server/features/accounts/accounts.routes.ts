import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { ACCOUNTS_PERMISSIONS } from './accounts.permissions.ts';
import * as shape from './accounts.schemas.ts';
import { askPhoneCode } from './ask-phone-code.ts';
import { changePassword } from './change-password.ts';
import { confirmTotp } from './confirm-totp.ts';
import { createUser } from './create-user.ts';
import { disableUser } from './disable-user.ts';
import { dropTotp } from './drop-totp.ts';
import { editSelf } from './edit-self.ts';
import { editUser } from './edit-user.ts';
import { enableUser } from './enable-user.ts';
import { endOwnSession } from './end-own-session.ts';
import { endUserSessions } from './end-user-sessions.ts';
import { usersTable } from './export-users.ts';
import { getInvitation } from './get-invitation.ts';
import { getUser } from './get-user.ts';
import { listDemoAccounts } from './list-demo-accounts.ts';
import { listOwnSessions } from './list-own-sessions.ts';
import { listUsers } from './list-users.ts';
import { reinviteUser } from './reinvite-user.ts';
import { resetUserPassword } from './reset-user-password.ts';
import { resetUserTotp } from './reset-user-totp.ts';
import { signInByPhoneDoor, signInDoor, signOutDoor, viewSessionDoor } from './session-doors.ts';
import { startTotp } from './start-totp.ts';

const { route, raw } = routesFor(ACCOUNTS_PERMISSIONS);
const own = { evenWithFirstPassword: true } as const;
const act = { rate: 'write', params: idParams, body: shape.actOnUserBody } as const;

const session: Route[] = [
  raw(
    'get /session',
    'session.view',
    { rate: 'read', says: ['我的登录状态与可用功能', 'My session and what it may do'], ...own },
    viewSessionDoor,
  ),
  raw(
    'post /session',
    'session.signIn',
    { rate: 'signIn', body: shape.signInBody, says: ['用账号和密码登录', 'Sign in with login and password'] },
    signInDoor,
  ),
  raw(
    'delete /session',
    'session.signOut',
    { rate: 'write', status: 204, says: ['退出登录', 'Sign out'], ...own },
    signOutDoor,
  ),
  route(
    'post /session/phone-code',
    'session.signIn',
    {
      rate: 'code',
      body: shape.askPhoneCodeBody,
      status: 202,
      says: ['获取手机验证码', 'Ask for a code by text message'],
    },
    ({ body, ctx }) => askPhoneCode(body, ctx),
  ),
  raw(
    'post /session/phone',
    'session.signIn',
    { rate: 'code', body: shape.signInByPhoneBody, says: ['用手机验证码登录', 'Sign in with the code'] },
    signInByPhoneDoor,
  ),
  route(
    'get /demo-accounts',
    'demo.accounts',
    { rate: 'read', says: ['演示账号（仅演示模式）', 'Demo accounts (demo mode only)'] },
    () => listDemoAccounts(),
  ),
  route(
    'get /session/mine',
    'session.own',
    { rate: 'read', says: ['我在哪些设备上登录', 'Where I am signed in'], ...own },
    ({ ctx }) => listOwnSessions(ctx),
  ),
  route(
    'delete /session/mine/:id',
    'session.own',
    { rate: 'write', params: idParams, says: ['退出我的一个设备', 'End one of my sessions'], ...own },
    ({ params, ctx }) => endOwnSession(params.id, 'owner', ctx),
  ),
];

const account: Route[] = [
  route(
    'patch /account',
    'account.own',
    { rate: 'write', body: shape.editSelfBody, says: ['切换语言', 'Choose my language'], ...own },
    ({ body, ctx }) => editSelf(body, ctx),
  ),
  route(
    'post /account/password',
    'account.own',
    { rate: 'signIn', body: shape.changePasswordBody, says: ['修改密码', 'Change my password'], ...own },
    ({ body, ctx }) => changePassword(body, ctx),
  ),
  route(
    'post /account/totp',
    'account.own',
    { rate: 'write', says: ['开始设置动态验证码', 'Start a second factor'], ...own },
    ({ ctx }) => startTotp(ctx),
  ),
  route(
    'post /account/totp/confirm',
    'account.own',
    {
      rate: 'signIn',
      body: shape.confirmTotpBody,
      says: ['启用动态验证码', 'Turn the second factor on'],
      ...own,
    },
    ({ body, ctx }) => confirmTotp(body, ctx),
  ),
  route(
    'delete /account/totp',
    'account.own',
    {
      rate: 'signIn',
      body: shape.dropTotpBody,
      says: ['停用动态验证码', 'Turn the second factor off'],
      ...own,
    },
    ({ body, ctx }) => dropTotp(body, ctx),
  ),
];

const invitations: Route[] = [
  route(
    'get /invitations/:token',
    'invitations.accept',
    { rate: 'code', params: shape.tokenParams, says: ['查看邀请', 'Look at an invitation'] },
    ({ params, ctx }) => getInvitation(params.token, ctx),
  ),
  route(
    'post /invitations/:token/accept',
    'invitations.accept',
    {
      rate: 'code',
      params: shape.tokenParams,
      body: shape.acceptInvitationBody,
      says: ['接受邀请并设置密码', 'Accept an invitation and set a password'],
    },
    ({ params, body, ctx }) => acceptInvitation(params.token, body, ctx),
  ),
];

const users: Route[] = [
  route(
    'get /users',
    'users.list',
    { rate: 'read', query: shape.listUsersQuery, says: ['用户列表', 'Users'] },
    ({ query, ctx }) => listUsers(query, ctx),
  ),
  raw(
    'get /users/export',
    'users.export',
    { rate: 'export', query: shape.exportUsersQuery, says: ['导出用户列表', 'Export users'] },
    ({ query, ctx }, req, res) =>
      sendTable(res, usersTable(query, ctx, req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN')),
  ),
  route(
    'post /users',
    'users.create',
    {
      rate: 'write',
      body: shape.createUserBody,
      status: 201,
      idempotent: true,
      says: ['新建或邀请用户', 'Create or invite a user'],
    },
    ({ body, ctx }) => createUser(body, ctx),
  ),
  route(
    'get /users/:id',
    'users.view',
    { rate: 'read', params: idParams, says: ['用户详情', 'One user'] },
    ({ params, ctx }) => getUser(params.id, ctx),
  ),
  route(
    'patch /users/:id',
    'users.edit',
    {
      rate: 'write',
      params: idParams,
      body: shape.editUserBody,
      versioned: true,
      says: ['修改用户资料与权限', 'Edit a user and his rights'],
    },
    ({ params, body, version, ctx }) => editUser(params.id, version, body, ctx),
  ),
  route(
    'post /users/:id/disable',
    'users.disable',
    { ...act, says: ['停用账号', 'Disable an account'] },
    ({ params, body, ctx }) => disableUser(params.id, body, ctx),
  ),
  route(
    'post /users/:id/enable',
    'users.enable',
    { ...act, says: ['启用账号', 'Enable an account'] },
    ({ params, body, ctx }) => enableUser(params.id, body, ctx),
  ),
  route(
    'post /users/:id/reset-password',
    'users.resetPassword',
    { ...act, says: ['重置密码', 'Reset a password'] },
    ({ params, body, ctx }) => resetUserPassword(params.id, body, ctx),
  ),
  route(
    'post /users/:id/reset-totp',
    'users.resetTotp',
    { ...act, says: ['重置动态验证码', 'Reset a second factor'] },
    ({ params, body, ctx }) => resetUserTotp(params.id, body, ctx),
  ),
  route(
    'post /users/:id/reinvite',
    'users.reinvite',
    { ...act, says: ['重新发送邀请', 'Invite again'] },
    ({ params, body, ctx }) => reinviteUser(params.id, body, ctx),
  ),
  route(
    'post /users/:id/end-sessions',
    'users.endSessions',
    { ...act, says: ['强制退出', 'Sign a user out'] },
    ({ params, body, ctx }) => endUserSessions(params.id, body, ctx),
  ),
];

export const accountsRoutes: Route[] = [...session, ...account, ...invitations, ...users];
