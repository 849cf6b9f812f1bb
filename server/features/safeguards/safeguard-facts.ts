import type { AccountPart, BondPart, ContractPart } from '../../core/alerts/facts.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { firstDayOf, payMonthOf } from '../../core/kit/plain-date.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { startDeadline } from '../../core/law/deadline.ts';
import type { PayDate } from '../../core/law/pay-date.ts';
import { agreedPayDay, payDateOn } from '../../core/law/pay-date.ts';
import { bondDeadline, bondRequirement } from '../../core/pay/bond-requirement.ts';
import { isLetOff } from '../../core/pay/checklist-account.ts';
import { labourCostOfCycle } from '../../core/pay/money-strip.ts';
import { listDepartments } from '../areas/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { companyNamesOf } from '../companies/index.ts';
import type { ParametersInForce } from '../parameters/index.ts';
import type { ProjectRef } from '../projects/index.ts';
import { boardMissing, contentOf } from './board-content.ts';
import type { Contractors } from './contractors-record.ts';
import { contractorsRecord } from './contractors-record.ts';
import type { AreaRules } from './project-rules.ts';
import { boardOf, rulesOf } from './project-rules.ts';
import type { SafeguardsRecord } from './safeguards.model.ts';
import { findRecords } from './safeguards.model.ts';

/** What protects the wages of one project, for those who look at many at once. */
export interface SafeguardParts {
  contract?: ContractPart;
  account?: AccountPart;
  bond?: BondPart;
  board?: { photoDays: PlainDate[]; missingFields: number };
  /** Whether a wage account is on record: only then is it known what came in. */
  hasAccount: boolean;
  payDate(month: PayMonth): PayDate | undefined;
  labourCost(month: PayMonth): { dueOn: PlainDate; dueFen?: Fen } | undefined;
}

/**
 * Contract, account, bond and board of these projects, in a fixed number of queries whatever their number; as the
 * checklist of a single project judges them. Projects of which nothing is on record are left out.
 */
export async function safeguardFactsOf(
  projects: readonly ProjectRef[],
  today: PlainDate,
  inForce: ParametersInForce,
): Promise<Map<string, SafeguardParts>> {
  const refs = new Map(projects.map((project) => [project.id, project]));
  const records = await findRecords([...refs.keys()]);
  const companies = projects.flatMap(({ parties }) => parties.map(({ companyId }) => companyId));
  const names = await companyNamesOf([...new Set(companies)]);
  const { items: departments } = await listDepartments({});
  const known = records.flatMap((record) => {
    const project = refs.get(record.projectId);
    if (project === undefined) return [];
    const signedOn = record.contract?.signedOn;
    return [
      {
        record,
        project,
        rules: signedOn === undefined ? null : rulesOf(inForce(project.areaCode, signedOn)),
      },
    ];
  });
  const contractors = await contractorsRecord(
    known.flatMap(({ record: { contract, bond }, project, rules }) =>
      contract === undefined || rules === null
        ? []
        : [{ contract, project, rules, asksFloor: bond !== undefined }],
    ),
  );
  const parts = new Map<string, SafeguardParts>();
  for (const one of known) {
    const { record, project } = one;
    const calendar = await loadCalendar(project.areaCode);
    const content = contentOf(project, record, {
      area: boardOf(inForce(project.areaCode, today)),
      parties: project.parties.flatMap(({ role, companyId }) => {
        const name = names.get(companyId);
        return name === undefined ? [] : [{ role, name }];
      }),
      industryDepartment: departments.find(
        ({ code, areaCode }) => code === project.industryDepartment && project.areaCode.startsWith(areaCode),
      )?.name,
      // That there is one is all that matters here; it stays sealed.
      phone: record.officerPhone === undefined ? undefined : '',
    });
    const photoDays = record.boardPhotos.map(({ takenOn }) => takenOn).sort();
    parts.set(project.id, {
      ...papersOf(one, contractors, calendar),
      board: { photoDays, missingFields: boardMissing(content).length },
    });
  }
  return parts;
}

interface Known {
  record: SafeguardsRecord;
  project: ProjectRef;
  /** As they stood when the contract was signed; null without one. */
  rules: AreaRules | null;
}

function papersOf(known: Known, contractors: Contractors, calendar: Calendar): SafeguardParts {
  const { record } = known;
  const { contract } = record;
  const account = accountPart(known, calendar);
  const bond = bondPart(known, contractors, calendar);
  const payDate = (month: PayMonth): PayDate | undefined =>
    contract === undefined
      ? undefined
      : payDateOn(agreedPayDay(month, contract.payDay, contract.payDayIn), calendar);
  return {
    ...(contract === undefined ? {} : { contract: contractPart(contract, record.permit) }),
    ...(account === undefined ? {} : { account }),
    ...(bond === undefined ? {} : { bond }),
    hasAccount: record.account !== undefined,
    payDate,
    labourCost: (month) => labourCostOf(contract, month),
  };
}

type Contract = NonNullable<SafeguardsRecord['contract']>;

function contractPart(contract: Contract, permit: SafeguardsRecord['permit']): ContractPart {
  const { signedOn, amountFen, plannedFrom, plannedUntil, payDay, payDayIn } = contract;
  const permitOn = permit === undefined ? {} : { permitOn: permit.issuedOn };
  return { signedOn, amountFen, plannedFrom, plannedUntil, payDay, payDayIn, ...permitOn };
}

/** @law ACC-4 @law ACC-8 */
function accountPart({ record, rules }: Known, calendar: Calendar): AccountPart | undefined {
  const { contract, account } = record;
  if (contract === undefined && account === undefined) return undefined;
  const { openedOn, filedOn, tripartiteSignedOn, closedOn } = account ?? {};
  const isSet = rules?.accountFromFen !== undefined || rules?.accountFromMonths !== undefined;
  return {
    ...(openedOn === undefined ? {} : { openedOn }),
    ...(filedOn === undefined ? {} : { filedOn }),
    ...(tripartiteSignedOn === undefined ? {} : { tripartiteSignedOn }),
    ...(closedOn === undefined ? {} : { closedOn }),
    ...(contract === undefined || rules === null || !isSet ? {} : { isRequired: !isLetOff(contract, rules) }),
    ...(contract === undefined
      ? {}
      : { openBy: startDeadline('accountOpening', contract.signedOn, calendar).dueOn }),
    ...(openedOn === undefined ? {} : { fileBy: startDeadline('accountFiling', openedOn, calendar).dueOn }),
  };
}

/** @law BON-2 @law BON-4 */
function bondPart(
  { record, project, rules }: Known,
  contractors: Contractors,
  calendar: Calendar,
): BondPart | undefined {
  const { contract, permit, bond } = record;
  if (contract === undefined && bond === undefined) return undefined;
  const stored = {
    ...(bond === undefined ? {} : { storedOn: bond.storedOn, amountFen: bond.amountFen }),
    ...(bond === undefined ? {} : { isGuarantee: bond.kind !== 'cash' }),
    ...(bond?.validUntil === undefined ? {} : { validUntil: bond.validUntil }),
    ...(bond?.returnedOn === undefined ? {} : { returnedOn: bond.returnedOn }),
  };
  if (contract === undefined || rules === null) return { ...stored, required: 'notSet' };
  const starts = {
    signedOn: contract.signedOn,
    ...(permit === undefined ? {} : { permitIssuedOn: permit.issuedOn }),
  };
  const facts = { ...starts, contractFen: contract.amountFen, ...contractors(project, contract.signedOn) };
  const required = bondRequirement(facts, rules.bond, calendar);
  const storeBy = bondDeadline(starts, calendar).dueOn;
  if (required.state === 'exempt') return { ...stored, required: 'exempt' };
  if (required.state !== 'required') return { ...stored, required: 'notSet', storeBy };
  // The least that may suffice: with several projects the office may have let it go down to the floor.
  const requiredFen = required.floorFen ?? required.amountFen;
  return { ...stored, required: 'required', requiredFen, storeBy };
}

/** As a single project is asked (labourCostDueOn); none before the works. @law REG-24-2 */
function labourCostOf(
  contract: Contract | undefined,
  month: PayMonth,
): { dueOn: PlainDate; dueFen?: Fen } | undefined {
  if (contract === undefined || firstDayOf(month) < firstDayOf(payMonthOf(contract.plannedFrom)))
    return undefined;
  const dueFen = labourCostOfCycle(contract);
  const dueOn = agreedPayDay(month, contract.labourCostDay, 'current');
  return { dueOn, ...(dueFen === undefined ? {} : { dueFen }) };
}
