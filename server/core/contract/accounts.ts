import type { Grant, Role } from './roles.ts';

/** What a browser learns about its own session: `GET /api/session`. */
export interface SessionView {
  signedIn: boolean;
  /** Send it back as `x-csrf-token` on every request that changes something. */
  csrfToken: string;
  user?: SelfView;
  /** Every permission key open to this reader, e.g. `users.list`: menus are drawn from this, never decided in the client. */
  permissions: string[];
  /** True where the first-start demo region is loaded: the sign-in page then offers the demo accounts. */
  demo: boolean;
  /** No text messages are sent here: no code can come, and the pages say at once what can be done without one. */
  textsOff: boolean;
}

export interface SelfView {
  id: string;
  name: string;
  login?: string;
  phoneMasked?: string;
  email?: string;
  grants: Grant[];
  /** The role whose home page opens first. */
  homeRole: Role;
  locale: Locale;
  totpEnabled: boolean;
  mustChangePassword: boolean;
  /** It must be changed because it is older than the office lets passwords become. */
  passwordIsOld?: true;
  /** This person's role demands a second factor and none is set up: only the own account page is open. */
  mustSetUpTotp: boolean;
}

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** `POST /api/session` (staff, companies, banks). A second step with `totp` follows 401 secondFactorRequired. */
export interface SignIn {
  login: string;
  password: string;
  totp?: string;
}
/** `POST /api/session/phone-code`: always 202, whether or not the phone is known. */
export interface AskPhoneCode {
  phone: string;
}
export interface PhoneCodeAsked {
  /** Hand it back with the code. */
  challengeId: string;
  expiresInSeconds: number;
  resendInSeconds: number;
}
/** `POST /api/session/phone` signs a worker in; an unknown phone becomes a new worker account. */
export interface SignInByPhone {
  challengeId: string;
  code: string;
}

/** `GET /api/demo-accounts` (demo mode only): an account the sign-in page offers. */
export interface DemoAccount {
  login: string;
  password: string;
  name: string;
  role: Role;
}

/** `GET /api/session/mine`, `DELETE /api/session/mine/:id`, `DELETE /api/session` (sign out). */
export interface OwnSession {
  id: string;
  current: boolean;
  startedAt: string;
  lastSeenAt: string;
  ip: string;
  device: string;
}

/** `PATCH /api/account` */
export interface EditSelf {
  locale: Locale;
}
/** `POST /api/account/password`; the other sessions of the person end. Answers 204. */
export interface ChangePassword {
  currentPassword: string;
  newPassword: string;
}
/** `POST /api/account/totp` starts; `POST /api/account/totp/confirm {code}` turns on; `DELETE /api/account/totp {password}` off. */
export interface TotpSetup {
  secret: string;
  otpauthUri: string;
  qrSvg: string;
}
export interface TotpConfirmed {
  /** Shown once. */
  recoveryCodes: string[];
}
/** `POST /api/invitations/:token/accept`, after `GET /api/invitations/:token`. */
export interface AcceptInvitation {
  password: string;
}
export interface InvitationView {
  name: string;
  login: string;
  expiresAt: string;
}

export const USER_STATES = ['invited', 'active', 'disabled'] as const;
export type UserState = (typeof USER_STATES)[number];

/** A row of `GET /api/users` and the answer of every `/api/users/:id` endpoint. */
export interface UserView {
  id: string;
  version: number;
  name: string;
  login?: string;
  phoneMasked?: string;
  email?: string;
  state: UserState;
  grants: Grant[];
  totpEnabled: boolean;
  lastSignInAt?: string;
  createdAt: string;
  /** What this reader may do with it now. */
  actions: UserAction[];
}
export const USER_ACTIONS = [
  'edit',
  'disable',
  'enable',
  'resetPassword',
  'resetTotp',
  'reinvite',
  'endSessions',
] as const;
export type UserAction = (typeof USER_ACTIONS)[number];

/** `POST /api/users`: with `invite` a mail goes out; without, a first password is shown once to the admin. */
export interface CreateUser {
  name: string;
  login: string;
  email?: string;
  phone?: string;
  grants: Grant[];
  invite: boolean;
}
export interface UserCreated {
  user: UserView;
  /** Only without `invite`; shown once. */
  firstPassword?: string;
}
/** `PATCH /api/users/:id` with If-Match. A change of grants ends the person's sessions and sockets. */
export interface EditUser {
  name?: string;
  email?: string;
  phone?: string;
  grants?: Grant[];
}
/** Answer of `POST /api/users/:id/reset-password`: the new first password, shown once to the administrator. */
export interface UserActed extends UserView {
  firstPassword?: string;
}
/** `POST /api/users/:id/<action>`: disable, enable, reset-password, reset-totp, reinvite, end-sessions. */
export interface ActOnUser {
  reason: string;
}
