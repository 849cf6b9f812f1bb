/** Under which name the phone keeps a form of its owner: another person on the same phone has another one. */
export const keptFormId = (
  form: 'site-inspection' | 'hazard' | 'incident',
  userId: string | undefined,
): string => `${form}:${userId ?? ''}`;
