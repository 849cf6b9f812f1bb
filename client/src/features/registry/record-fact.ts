/** One line of a record: what it is called and what it says; an empty text means it is not on file. */
export interface RecordFact {
  label: string;
  text: string;
  isNumber?: boolean;
}
