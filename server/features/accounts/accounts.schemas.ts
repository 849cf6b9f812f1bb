import Joi from 'joi';
import type {
  AcceptInvitation,
  ActOnUser,
  AskPhoneCode,
  ChangePassword,
  CreateUser,
  EditSelf,
  EditUser,
  SignIn,
  SignInByPhone,
} from '../../core/contract/accounts.ts';
import { LOCALES, USER_STATES } from '../../core/contract/accounts.ts';
import type { Grant, Role } from '../../core/contract/roles.ts';
import { COMPANY_POSITIONS, ROLES } from '../../core/contract/roles.ts';
import { areaCode, email, id, mobile, pageKeys, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ExportUsers } from './export-users.ts';
import type { ListUsers } from './list-users.ts';
import { USER_SORTS } from './list-users.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from './password-policy.ts';

const login = (): Joi.StringSchema =>
  Joi.string()
    .trim()
    .max(64)
    .pattern(/^[A-Za-z0-9][A-Za-z0-9._@-]{2,63}$/, 'login');
const newPassword = (): Joi.StringSchema => Joi.string().min(PASSWORD_MIN).max(PASSWORD_MAX);
/** A password as typed at sign-in: whatever its length, up to what is worth hashing. */
const givenPassword = (): Joi.StringSchema => Joi.string().max(PASSWORD_MAX);
const token = (): Joi.StringSchema => Joi.string().pattern(/^[A-Za-z0-9_-]{43}$/, 'token');
const reason = (): Joi.StringSchema => text(500, 2);

export const signInBody = Joi.object<SignIn, true>({
  login: Joi.string().trim().max(64).required(),
  password: givenPassword().required(),
  totp: Joi.string()
    .trim()
    .pattern(/^(\d{6}|[A-Za-z0-9]{5}-?[A-Za-z0-9]{5})$/, 'code'),
});
export const askPhoneCodeBody = Joi.object<AskPhoneCode, true>({ phone: mobile().required() });
export const signInByPhoneBody = Joi.object<SignInByPhone, true>({
  challengeId: token().required(),
  code: Joi.string()
    .trim()
    .pattern(/^\d{6}$/, 'code')
    .required(),
});

export const changePasswordBody = Joi.object<ChangePassword, true>({
  currentPassword: givenPassword().required(),
  newPassword: newPassword().required(),
});
export const editSelfBody = Joi.object<EditSelf, true>({
  locale: Joi.string()
    .valid(...LOCALES)
    .required(),
});
export const confirmTotpBody = Joi.object<{ code: string }, true>({
  code: Joi.string()
    .trim()
    .pattern(/^\d{6}$/, 'code')
    .required(),
});
export const dropTotpBody = Joi.object<{ password: string }, true>({ password: givenPassword().required() });

export const tokenParams = Joi.object<{ token: string }, true>({ token: token().required() });
export const acceptInvitationBody = Joi.object<AcceptInvitation, true>({
  password: newPassword().required(),
});

/** A worker's right comes with his phone, never from an administrator. */
const GIVEN_ROLES = ROLES.filter((role) => role !== 'worker');

/** Required for one role, and without meaning for any other. */
const onlyFor = (role: Role, schema: Joi.StringSchema): Joi.StringSchema =>
  schema.when('role', { is: role, then: Joi.required(), otherwise: Joi.forbidden() });
const shortCode = (): Joi.StringSchema => Joi.string().pattern(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, 'code');

/** Rights reach as far as the code's digits, so a code padded with zeros (532600 for 5326) would reach nothing. */
const grantArea = (): Joi.StringSchema =>
  areaCode().pattern(/^(\d{2,4}00|\d{6,9}000)$/, { name: 'area code without padding', invert: true });

const grant = Joi.object<Grant, true>({
  role: Joi.string()
    .valid(...GIVEN_ROLES)
    .required(),
  areaCode: grantArea().required(),
  companyId: onlyFor('contractor', id()),
  position: onlyFor('contractor', Joi.string().valid(...COMPANY_POSITIONS)),
  departmentCode: onlyFor('departmentLiaison', shortCode()),
  bankBranchCode: onlyFor('bank', shortCode()),
});
const grants = (): Joi.ArraySchema => Joi.array().items(grant).min(1).max(20).unique();

export const createUserBody = Joi.object<CreateUser, true>({
  name: text(50).required(),
  login: login().required(),
  email: email().when('invite', { is: true, then: Joi.required() }),
  phone: mobile(),
  grants: grants().required(),
  invite: Joi.boolean().strict().required(),
});
export const editUserBody = Joi.object<EditUser, true>({
  name: text(50),
  email: email(),
  phone: mobile(),
  grants: grants(),
}).min(1);
export const actOnUserBody = Joi.object<ActOnUser, true>({ reason: reason().required() });

const userFilters = {
  q: text(50),
  role: Joi.string().valid(...ROLES),
  areaCode: areaCode(),
  state: Joi.string().valid(...USER_STATES),
};
const { sort, ...paging } = pageKeys(Object.keys(USER_SORTS));
export const listUsersQuery = Joi.object<ListUsers>({ ...paging, sort, ...userFilters });
export const exportUsersQuery = Joi.object<ExportUsers>({ sort, ...userFilters, ...exportKeys });
