import type { StandardBundle } from '../../core/contract/standard-data.ts';
import { maskBankCard, maskCitizenId, maskPhone } from '../../core/kit/mask.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import type { HandedPerson, TeamRef } from '../roster/index.ts';
import { attendanceOf } from '../roster/index.ts';
import { CITIZEN_CARD, hundredthsText, workRoleCode } from './standard-words.ts';

/** A team with the firm it belongs to. */
export interface TeamOfFirm {
  team: TeamRef;
  corpCode: string;
  corpName: string;
}

interface Place extends HandedPerson {
  citizenId: string;
  firm: TeamOfFirm;
}

/** Everybody who can be named, in the order of the teams, then by name and number. */
function placesOf(people: readonly HandedPerson[], teams: readonly TeamOfFirm[]): Place[] {
  const key = ({ record, citizenId }: Place): string =>
    [record.name, citizenId, record.enteredOn ?? ''].join('\u0000');
  return teams.flatMap((firm) =>
    people
      .flatMap((person): Place[] => {
        const { citizenId } = person;
        return citizenId === undefined || person.teamId !== firm.team.id
          ? []
          : [{ ...person, citizenId, firm }];
      })
      .sort((a, b) => (key(a) < key(b) ? -1 : 1)),
  );
}

/** The paper and its number, covered where no reason was given. */
export const identityOf = (citizenId: string, isWhole: boolean) => ({
  idCardType: CITIZEN_CARD,
  idCardNumber: isWhole ? citizenId : maskCitizenId(citizenId),
});

/** @law STD-4 STD-5 STD-6 */
export function exportWorkers(
  people: readonly HandedPerson[],
  teams: readonly TeamOfFirm[],
  isWhole: boolean,
): StandardBundle['workers'] {
  return placesOf(people, teams).map(({ record, citizenId, phone, bankCard, firm }) => {
    const { name, isTeamLeader, workType, workRole, enteredOn, leftOn, bankName, contract } = record;
    return {
      ...{ corpCode: firm.corpCode, teamSysNo: firm.team.id, workerName: name },
      isTeamLeader: isTeamLeader ? ('1' as const) : ('0' as const),
      ...{ ...identityOf(citizenId, isWhole), workType, workRole: workRoleCode(workRole) },
      ...(phone === undefined ? {} : { cellPhone: isWhole ? phone : maskPhone(phone) }),
      ...(enteredOn === undefined ? {} : { entryTime: enteredOn }),
      ...(leftOn === undefined ? {} : { exitTime: leftOn }),
      ...cardOf(bankCard, isWhole),
      ...(bankName === undefined ? {} : { payRollBankName: bankName }),
      hasContract: contract === undefined ? ('0' as const) : ('1' as const),
      ...(contract === undefined
        ? {}
        : {
            contract: {
              contractPeriodType: contract.until === undefined ? ('1' as const) : ('0' as const),
              startDate: contract.from,
              ...(contract.until === undefined ? {} : { endDate: contract.until }),
            },
          }),
    };
  });
}

export const cardOf = (bankCard: string | undefined, isWhole: boolean) =>
  bankCard === undefined ? {} : { payRollBankCardNumber: isWhole ? bankCard : maskBankCard(bankCard) };

/** Days instead of single gate passages: a day nobody recorded is absent. @law STD-7 */
export async function exportAttendance(
  people: readonly HandedPerson[],
  teams: readonly TeamOfFirm[],
  month: PayMonth,
  isWhole: boolean,
): Promise<StandardBundle['attendance']> {
  const months = await attendanceOf(
    people.map(({ enrolmentId }) => enrolmentId),
    month,
  );
  return placesOf(people, teams).flatMap(({ enrolmentId, citizenId, firm }) =>
    (months.get(enrolmentId)?.marks ?? []).map(({ day, hundredths, hoursHundredths }) => ({
      ...{ teamSysNo: firm.team.id, ...identityOf(citizenId, isWhole), date: day },
      days: hundredthsText(hundredths),
      ...(hoursHundredths === undefined ? {} : { hours: hundredthsText(hoursHundredths) }),
    })),
  );
}
