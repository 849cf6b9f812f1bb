export default {
  tab: 'Proceedings',
  intro:
    'Decisions, penalties, transfers and advances run beside the case, each with its own periods and papers.',
  open: 'Open a proceeding',
  openThis: 'Open it',
  opened: 'Opened',
  none: 'No proceedings yet.',
  numbered: '{name} · no. {number}',
  since: 'opened {day}',
  limitation: 'Two-year limit',
};
