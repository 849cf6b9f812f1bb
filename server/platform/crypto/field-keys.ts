/** config.secrets: `active` names the key that writes; every key of the ring reads. */
export interface FieldSecrets {
  fieldKeys: { active: string; keys: Record<string, string> };
  blindIndexKey: string;
}
export function configureFieldKeys(_secrets: FieldSecrets): void {
  throw new Error('not built yet');
}
