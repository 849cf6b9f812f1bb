export default {
  lead: 'Leads of 12345, 12333 and the national platform, and the state each of them is told.',
  import: 'Take in a workbook',
  importLead:
    'Where a platform hands over a workbook: every row is checked, and registered once you confirm.',
  importIntro:
    'One lead in a row. What is here already is not registered again; what is likely the same matter is pointed out and does not stop anything.',
  chooseFirst: 'Choose the platform and the area first.',
  importConfirm: 'Take them in',
  importConsequence:
    'Each becomes a complaint with a receipt of its own; its period runs from the day it was received.',
  imported:
    '{taken} registered; {known} were here already; {changed} more differed, and what is new was added.',
  seeImported: 'Receipts and states of this workbook',
  column: {
    channel: 'Platform',
    number: 'Number there',
    receipt: 'Receipt',
    state: 'State',
    told: 'Code and words told',
    changedOn: 'Since',
    receivedOn: 'Received',
    replyDueOn: 'Answer due',
  },
  ofOneSheet: 'One workbook only',
  none: 'No leads so far',
  noneText: 'The platforms’ own systems send them, or a workbook is taken in here.',
};
