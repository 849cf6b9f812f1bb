export default {
  title: 'Check a rights board',
  yes: 'This board is genuine',
  yesText: 'This system printed it. Below is what it has to say; tell us if it says otherwise.',
  no: 'No such board',
  noText: 'The code was not printed by this system, or is damaged.',
  project: 'Project',
  role: {
    projectOwner: 'Owner',
    generalContractor: 'General contractor',
    subcontractor: 'Subcontractor',
    labourSubcontractor: 'Labour subcontractor',
    supervisionUnit: 'Supervision unit',
  },
  payDay: 'Pay day',
  payDayIn: {
    current: 'Day {day} of each month, for the same month',
    next: 'Day {day} of each month, for the month before',
  },
  minimumWage: 'Minimum wage here',
  perMonth: '{amount} a month',
  notSet: 'Not on record',
  complain: 'Not paid? Tell us from here',
};
