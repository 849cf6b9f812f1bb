import Joi from 'joi';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { areaCode, plainDate, properName, text } from '../../platform/http/shapes.ts';
import type { LooseBundle } from './check-bundle.ts';
import type { AskExport } from './export-project.ts';
import { CORP_TYPES, ROLES_OF_WORK } from './standard-words.ts';

/** joi types know plain texts only: the pattern is what brands it. */
const month = () => Joi.string().pattern(/^20\d{2}-(0[1-9]|1[0-2])$/, 'month') as Joi.StringSchema<PayMonth>;
const code = (max = 60) => Joi.string().pattern(new RegExp(`^[0-9A-Za-z_-]{1,${max}}$`, 'u'), 'code');
const yuan = () => Joi.string().pattern(/^\d{1,8}\.\d{2}$/, 'yuan');
const hundredths = () => Joi.string().pattern(/^\d{1,5}(\.\d{1,2})?$/, 'number');
const flag = () => Joi.string().valid('0', '1');
const corpCode = () =>
  Joi.string()
    .trim()
    .uppercase()
    .pattern(/^[0-9A-Z]{18}$/, 'credit code')
    .required();
const corpName = () => properName(100, 2).required();
/** What is wrong with a number is told with all other faults of the bundle. */
const identity = { idCardType: code(2).required(), idCardNumber: text(30).required() };

export const exportQuery = Joi.object<AskExport>({ month: month().required(), reason: text(200, 2) });

const MOST = { parties: 30, teams: 200, people: 1500, days: 40_000, sheets: 200, licences: 20 } as const;
const list = (item: Joi.ObjectSchema, max: number) => Joi.array().items(item).max(max).required();

/** The project itself; what its status says is read where all other faults of the bundle are collected. */
export const bundleHead = Joi.object({
  contractorCorpCode: corpCode(),
  contractorCorpName: corpName(),
  name: properName(120, 2).required(),
  areaCode: areaCode().required(),
  prjStatus: code(10).required(),
  projectCode: code().required(),
  builderLicenses: list(
    Joi.object({ prjName: properName(120).required(), builderLicenseNum: text(60, 2).required() }),
    MOST.licences,
  ),
}).required();

const subContractor = Joi.object({
  ...{ corpCode: corpCode(), corpName: corpName() },
  corpType: Joi.string()
    .valid(...CORP_TYPES)
    .required(),
  ...{ entryTime: plainDate(), exitTime: plainDate() },
});
const team = Joi.object({
  ...{ teamSysNo: code().required(), corpCode: corpCode(), corpName: corpName() },
  teamName: properName(50).required(),
  ...{ entryTime: plainDate().required(), exitTime: plainDate() },
});
const worker = Joi.object({
  ...{ corpCode: corpCode(), teamSysNo: code().required(), workerName: properName(60).required() },
  ...{ isTeamLeader: flag().required(), ...identity },
  workType: Joi.string()
    .pattern(/^\d{1,6}$/, 'code')
    .required(),
  workRole: Joi.string()
    .valid(...ROLES_OF_WORK)
    .required(),
  ...{ cellPhone: text(30), entryTime: plainDate(), exitTime: plainDate() },
  ...{ payRollBankCardNumber: text(40), payRollBankName: text(60) },
  hasContract: flag().required(),
  contract: Joi.object({
    contractPeriodType: flag().required(),
    startDate: plainDate().required(),
    endDate: plainDate(),
  }),
});
const attendance = Joi.object({
  ...{ teamSysNo: code().required(), ...identity, date: plainDate().required() },
  ...{ days: hundredths().required(), hours: hundredths() },
});
const detail = Joi.object({
  ...{ ...identity, days: hundredths(), workHours: hundredths(), payRollBankCardNumber: text(40) },
  ...{ totalPayAmount: yuan().required(), actualAmount: yuan().required() },
  ...{ isBackPay: flag().required(), backPayMonth: month(), balanceDate: plainDate() },
});
const payroll = Joi.object({
  ...{ corpCode: corpCode(), corpName: corpName(), teamSysNo: code().required() },
  payMonth: month().required(),
  details: Joi.array().items(detail).min(1).max(MOST.people).required(),
});

/** What the lists hold, item by item. */
export const BUNDLE_ITEMS = {
  subContractors: subContractor,
  teams: team,
  workers: worker,
  attendance,
  payrolls: payroll,
};

/** Items are read by `checkBundle`, slice by slice. */
const long = (max: number) => Joi.array().max(max).required();

/** The whole object, every list with its limit; a larger project is sent in parts, each taken in once. */
export const bundleBody = Joi.object<LooseBundle>({
  project: Joi.object().unknown().required(),
  subContractors: long(MOST.parties),
  teams: long(MOST.teams),
  workers: long(MOST.people),
  attendance: long(MOST.days),
  payrolls: long(MOST.sheets),
});
