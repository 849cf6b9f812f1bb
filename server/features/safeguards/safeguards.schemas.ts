import Joi from 'joi';
import type {
  BoardPhoto,
  ConstructionPermit,
  ProjectDepartment,
  WorksContract,
  WriteLabourOfficer,
  WriteWageAccount,
  WriteWageBond,
} from '../../core/contract/safeguards.ts';
import { BOND_KINDS } from '../../core/contract/safeguards.ts';
import { fen, id, mobile, plainDate, properName, text } from '../../platform/http/shapes.ts';

const dayOfMonth = (): Joi.NumberSchema => Joi.number().strict().integer().min(1).max(31);
const someFen = (): Joi.NumberSchema => fen().min(1);

export const contractBody = Joi.object<WorksContract, true>({
  signedOn: plainDate().required(),
  amountFen: someFen().required(),
  plannedFrom: plainDate().required(),
  plannedUntil: plainDate().required(),
  labourCostFen: someFen(),
  labourCostBasisPoints: Joi.number().strict().integer().min(1).max(10_000),
  labourCostCycleMonths: Joi.number().strict().integer().min(1).max(60).required(),
  labourCostDay: dayOfMonth().required(),
  payDay: dayOfMonth().required(),
  payDayIn: Joi.string().valid('current', 'next').required(),
  fileId: id(),
});

export const permitBody = Joi.object<ConstructionPermit, true>({
  number: text(60, 2).required(),
  issuedOn: plainDate().required(),
  fileId: id(),
});

/** Account numbers are digits, typed with blanks or hyphens between them. */
const accountNumber = (): Joi.StringSchema =>
  Joi.string()
    .trim()
    .max(50)
    .pattern(/^\d(?:[\s-]?\d){7,31}$/, '8–32 位数字 / 8 to 32 digits');

const branchCode = (): Joi.StringSchema => Joi.string().pattern(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, 'code');

export const accountBody = Joi.object<WriteWageAccount, true>({
  bankName: properName(60, 2).required(),
  branchCode: branchCode().required(),
  branchName: properName(100, 2).required(),
  number: accountNumber(),
  accountName: text(300, 2).required(),
  openedOn: plainDate().required(),
  filedOn: plainDate(),
  tripartiteSignedOn: plainDate(),
  tripartiteFileId: id(),
});

export const bondBody = Joi.object<WriteWageBond, true>({
  kind: Joi.string()
    .valid(...BOND_KINDS)
    .required(),
  amountFen: someFen().required(),
  storedOn: plainDate().required(),
  bankName: properName(100, 2).required(),
  branchCode: branchCode(),
  validUntil: plainDate(),
  fileId: id(),
});

export const labourOfficerBody = Joi.object<WriteLabourOfficer, true>({
  name: properName(50, 2).required(),
  phone: mobile(),
  appointedOn: plainDate().required(),
});

export const projectDepartmentBody = Joi.object<ProjectDepartment, true>({
  name: properName(100, 2).required(),
  managerName: properName(50, 2).required(),
});

export const boardPhotoBody = Joi.object<BoardPhoto, true>({
  fileId: id().required(),
  takenOn: plainDate().required(),
});

export const boardCheckQuery = Joi.object<{ s: string }, true>({
  s: Joi.string()
    .max(200)
    .pattern(/^[A-Za-z0-9_-]+$/, 'signature')
    .required(),
});

/** As printed in the QR: ten digits. */
export const boardParams = Joi.object<{ code: string }, true>({
  code: Joi.string()
    .pattern(/^\d{10}$/, 'project code')
    .required(),
});
