import Joi from 'joi';
import type {
  CheckBankResults,
  CheckTransactions,
  MachinePayResults,
  MachineTakeBacks,
  MachineTransactions,
  PayResult,
  PayResults,
  PostTransaction,
  TakeBackCredits,
} from '../../core/contract/funds.ts';
import { PAY_FILE_STATES } from '../../core/contract/funds.ts';
import type { ExportFormat, PageQuery } from '../../core/contract/page.ts';
import type { IssuePayFile } from '../../core/contract/payroll.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { fen, id, pageKeys, plainDate, properName, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { PayFormatId } from './formats/index.ts';
import { PAY_FORMAT_IDS } from './formats/index.ts';
import type { ListPayFileLines, ListPayFiles } from './list-pay-files.ts';
import type { ListRefusedOutflows } from './list-refused-outflows.ts';
import type { ListTransactions } from './list-transactions.ts';

/** joi types know plain numbers and texts only: the checks above them are what brands these. */
const amount = () => fen() as Joi.NumberSchema<Fen>;
const day = () => plainDate() as Joi.StringSchema<PlainDate>;

const MOST_RESULTS = 5000;
const MOST_TRANSACTIONS = 500;
const MOST_LINES = 5000;
const MOST_SHEETS = 200;

export const accountParams = Joi.object<{ projectId: string }, true>({ projectId: id().required() });
export const listAccountsQuery = Joi.object<PageQuery, true>(pageKeys(['opened']));
export const listPayFilesQuery = Joi.object<ListPayFiles, true>({
  projectId: id(),
  state: Joi.string().valid(...PAY_FILE_STATES),
  ...pageKeys(['issuedAt']),
});
export const listPayFileLinesQuery = Joi.object<ListPayFileLines, true>({
  result: Joi.string().valid('credited', 'bounced', 'waiting'),
  ...pageKeys(['place']),
});
export const repayQuery = Joi.object<{ projectId: string }, true>({ projectId: id().required() });
export const takeQuery = Joi.object<{ format: PayFormatId }, true>({
  format: Joi.string()
    .valid(...PAY_FORMAT_IDS)
    .default('csv'),
});

export const issueBody = Joi.object<IssuePayFile, true>({
  projectId: id().required(),
  sheetIds: Joi.array().items(id().required()).min(1).max(MOST_SHEETS).unique(),
  repayLineIds: Joi.array().items(id().required()).min(1).max(MOST_LINES).unique(),
}).xor('sheetIds', 'repayLineIds');

const reference = () =>
  Joi.string()
    .trim()
    .pattern(/^[0-9A-Za-z-]{3,40}$/, 'reference');
const result = Joi.object<PayResult, true>({
  reference: reference().required(),
  result: Joi.string().valid('credited', 'bounced').required(),
  amountFen: amount().required(),
  on: day().required(),
  reason: text(200),
});
const results = Joi.array().items(result.required()).min(1).max(MOST_RESULTS).required();
export const resultsBody = Joi.object<PayResults, true>({ results });
const MOST_TAKEN_BACK = 500;
const takenBack = {
  references: Joi.array().items(reference().required()).min(1).max(MOST_TAKEN_BACK).unique().required(),
  on: day().required(),
  reason: text(200).required(),
};
export const takeBackBody = Joi.object<TakeBackCredits, true>(takenBack);
export const machineTakeBackBody = Joi.object<MachineTakeBacks, true>({
  fileNumber: reference().required(),
  ...takenBack,
});
export const machineResultsBody = Joi.object<MachinePayResults, true>({
  fileNumber: reference().required(),
  results,
});
export const checkResultsBody = Joi.object<CheckBankResults, true>({
  fileId: id().required(),
  payFileId: id().required(),
});

const IN_KINDS = ['labourCost', 'interest', 'returnOfBounced'];
/** What is meant to leave may say anything it is: whatever is not wages is refused, recorded and reported. */
const OUT_KINDS = ['wages', 'labourCost', 'interest', 'returnOfBounced', 'other'];
const movement = {
  direction: Joi.string().valid('in', 'out').required(),
  kind: Joi.string()
    .when('direction', {
      is: 'in',
      then: Joi.valid(...IN_KINDS),
      otherwise: Joi.valid(...OUT_KINDS),
    })
    .required(),
  amountFen: amount().min(1).required(),
  on: day().required(),
  counterparty: properName(120).required(),
  bankRef: Joi.string()
    .trim()
    .pattern(/^[0-9A-Za-z_./-]{1,64}$/, 'bank reference')
    .required(),
  payReference: reference(),
};
export const transactionBody = Joi.object<PostTransaction, true>(movement);
export const machineTransactionsBody = Joi.object<MachineTransactions, true>({
  transactions: Joi.array()
    .items(
      Joi.object<MachineTransactions['transactions'][number], true>({
        ...movement,
        projectCode: Joi.string()
          .trim()
          .pattern(/^\d{10}$/, 'project code')
          .required(),
      }).required(),
    )
    .min(1)
    .max(MOST_TRANSACTIONS)
    .required(),
});
export const checkTransactionsBody = Joi.object<CheckTransactions, true>({ fileId: id().required() });

const movements = {
  from: day(),
  to: day(),
  direction: Joi.string().valid('in', 'out'),
};
const postedOrder = pageKeys(['posted']);
export const listTransactionsQuery = Joi.object<ListTransactions, true>({ ...movements, ...postedOrder });
export type ExportTransactions = Omit<ListTransactions, 'cursor' | 'limit'> & { format: ExportFormat };
export const exportTransactionsQuery = Joi.object<ExportTransactions, true>({
  ...movements,
  sort: postedOrder.sort,
  ...exportKeys,
});
export const listRefusedQuery = Joi.object<ListRefusedOutflows, true>({
  projectId: id(),
  ...pageKeys(['at']),
});
