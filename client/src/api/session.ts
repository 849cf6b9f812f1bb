import type {
  AcceptInvitation,
  AskPhoneCode,
  ChangePassword,
  InvitationView,
  Locale,
  OwnSession,
  PhoneCodeAsked,
  SessionView,
  SignIn,
  SignInByPhone,
  TotpConfirmed,
  TotpSetup,
} from '@core/contract/accounts.ts';
import { http } from './http.ts';

export const getSession = (): Promise<SessionView> => http.get('/session');
export const signIn = (body: SignIn): Promise<SessionView> => http.post('/session', body);
export const signOut = (): Promise<void> => http.delete('/session');
export const askPhoneCode = (body: AskPhoneCode): Promise<PhoneCodeAsked> =>
  http.post('/session/phone-code', body);
export const signInByPhone = (body: SignInByPhone): Promise<SessionView> => http.post('/session/phone', body);

export const listOwnSessions = (): Promise<{ items: OwnSession[] }> => http.get('/session/mine');
export const endOwnSession = (id: string): Promise<void> => http.delete(`/session/mine/${id}`);

export const changePassword = (body: ChangePassword): Promise<void> => http.post('/account/password', body);
export const setLocale = (locale: Locale): Promise<void> => http.patch('/account', { locale });
export const startTotp = (): Promise<TotpSetup> => http.post('/account/totp');
export const confirmTotp = (code: string): Promise<TotpConfirmed> =>
  http.post('/account/totp/confirm', { code });
export const endTotp = (password: string): Promise<void> => http.delete('/account/totp', { password });

export const getInvitation = (token: string): Promise<InvitationView> =>
  http.get(`/invitations/${encodeURIComponent(token)}`);
export const acceptInvitation = (token: string, body: AcceptInvitation): Promise<void> =>
  http.post(`/invitations/${encodeURIComponent(token)}/accept`, body);
