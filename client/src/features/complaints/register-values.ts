import type { RegisterComplaint } from '@core/contract/complaint-intake.ts';
import type { IntakeKind, RegisteredChannel } from '@core/contract/complaints.ts';
import type { PlainDate } from '@core/kit/plain-date.ts';
import { fieldError } from '@/api/field-error.ts';
import { unreadableValue } from '@/locales/transport.ts';
import { nothingLookedUp } from '@/ui/look-up.ts';
import { peopleBodies } from '@/ui/people/people-bodies.ts';
import type { PersonRow } from '@/ui/people/person-row.ts';
import { NUMBERED_CHANNELS } from './complaint-looks.ts';
import { fenOf, headcountOf, matterOf, type MatterValues } from './matter.ts';

/** What a clerk types at the counter or copies from a work order. */
export interface RegisterValues extends MatterValues {
  channel: RegisteredChannel;
  externalNumber: string;
  receivedOn: string;
  intakeKind: IntakeKind;
  name: string;
  phone: string;
  citizenId: string;
  story: string;
  people: PersonRow[];
  fileIds: string[];
}

export const emptyRegister = (today: PlainDate, areaCode: string): RegisterValues => ({
  channel: 'WALK_IN',
  externalNumber: '',
  receivedOn: today,
  intakeKind: 'COMPLAINT',
  name: '',
  phone: '',
  citizenId: '',
  project: nothingLookedUp(),
  employer: nothingLookedUp(),
  site: '',
  areaCode,
  headcount: '1',
  payMonths: [],
  owed: '',
  story: '',
  people: [],
  fileIds: [],
});

export function registerBody(values: RegisterValues): RegisterComplaint {
  const filled = (name: 'name' | 'phone' | 'citizenId'): Record<string, string> =>
    values[name].trim() === '' ? {} : { [name]: values[name].trim() };
  const hasNumber = NUMBERED_CHANNELS.includes(values.channel) && values.externalNumber.trim() !== '';
  if (values.receivedOn === '') throw fieldError('receivedOn', unreadableValue.text);
  const people = peopleBodies(values.people, values.payMonths, 'people');
  return {
    channel: values.channel,
    intakeKind: values.intakeKind,
    receivedOn: values.receivedOn as PlainDate, // a date field gives a day; the server reads it again
    ...(hasNumber && { externalNumber: values.externalNumber.trim() }),
    ...filled('name'),
    ...filled('phone'),
    ...filled('citizenId'),
    ...matterOf(values),
    headcount: headcountOf(values.headcount),
    owedFen: fenOf(values.owed),
    story: values.story.trim(),
    ...(people.length > 0 && { people }),
    fileIds: [...values.fileIds],
  };
}
