export default {
  lead: 'Data kept as long as the law asks is listed, and deleted once the head of the bureau approves. Nothing with an open complaint or case, or with wages unpaid, is ever listed.',
  title: 'List of {day}',
  drawnOn: 'Listed on',
  records: 'Records',
  decidedBy: 'Decided by',
  decidedAt: 'Decided at',
  deletedOn: 'Deleted on',
  state: { waiting: 'to be decided', approved: 'approved', declined: 'declined', done: 'done' },
  empty: 'No lists',
  emptyText: 'Looked at on the first of each month; what is over its time appears here.',
  lots: 'What is on the list',
  count: { one: '1 record', more: '{count} records' },
  until: 'newest of {day}',
  deleted: '{deleted} deleted, {kept} kept',
  noCitation: 'Rule of the office',
  hint: {
    waiting: 'Nothing is deleted before it is approved.',
    approved: 'Deleted at night in portions; what comes under a complaint meanwhile is kept.',
    declined: 'The data stays; the next list names it again.',
    done: 'What was deleted and kept is counted in the chain of events.',
  },
  act: {
    approve: {
      title: 'Approve deletion',
      consequence:
        'The data on this list is deleted for good at night. Before that complaints, cases and unpaid wages are looked for once more.',
      check: 'I have checked the list and know that nothing can be restored',
    },
    decline: { title: 'Decline', consequence: 'The list ends here and the data stays.' },
  },
};
