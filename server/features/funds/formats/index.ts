import { genericCsv, genericXlsx } from './generic.ts';
import type { PayFormat } from './pay-format.ts';

export type { PayFileContent, PayFormat, PayInstruction } from './pay-format.ts';

/** Every format a bank may take its pay file in. */
export const PAY_FORMATS = {
  csv: genericCsv,
  xlsx: genericXlsx,
} as const satisfies Record<string, PayFormat>;
export type PayFormatId = keyof typeof PAY_FORMATS;
/** The table's own keys. */
export const PAY_FORMAT_IDS = Object.keys(PAY_FORMATS) as PayFormatId[];
