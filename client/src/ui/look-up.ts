/** Something on record that was looked up, or only its name where it is not on record. */
export interface LookUpValue {
  id: string;
  name: string;
}
export interface LookUpChoice extends LookUpValue {
  /** What tells two of the same name apart. */
  note?: string;
}
export type LookUpSearch = (words: string, signal: AbortSignal) => Promise<LookUpChoice[]>;

export const nothingLookedUp = (): LookUpValue => ({ id: '', name: '' });
