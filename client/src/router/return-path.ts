/**
 * Where to go after signing in. Only a path of this site: an address a stranger put into a link must not carry a person
 * who has just typed a password to another site.
 */
export function safeReturnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || /^\/[/\\]/.test(wanted)) return '/';
  return /^\/(sign-in|m\/sign-in)(\/|\?|$)/.test(wanted) || /[\u0000-\u001f\\]/.test(wanted) ? '/' : wanted;
}
