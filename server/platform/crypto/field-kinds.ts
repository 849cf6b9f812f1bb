export type FieldKind = 'phone' | 'citizenId' | 'bankCard' | 'email' | 'name' | 'text';

/** The form in which a value of this kind may leave the server. */
export function maskField(_kind: FieldKind, _value: string): string {
  throw new Error('not built yet');
}
