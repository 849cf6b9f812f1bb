import type { Readable } from 'node:stream';
import type { Fen } from '../../../core/kit/money.ts';

/** What a bank is told: who gets how much on which card, and under which reference it answers. */
export interface PayFileContent {
  number: string;
  projectName: string;
  accountName: string;
  accountNumber: string;
  lines: readonly PayInstruction[];
}
export interface PayInstruction {
  reference: string;
  workerName: string;
  bankCard: string;
  bankName: string;
  amountFen: Fen;
}

/** One way of writing a pay file: a bank with a format of its own gets a file here and a row in `formats/index.ts`. */
export interface PayFormat {
  extension: string;
  contentType: string;
  write(content: PayFileContent): Promise<Readable>;
}
