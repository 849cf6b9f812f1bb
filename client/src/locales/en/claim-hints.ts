export default {
  title: 'Look into: {count}',
  rule: 'Only leads for checking: none is by itself a ground to refuse or to close.',
  hint: {
    notOnRoster: 'Not on the real-name roster of the project',
    notInAttendance: 'On the roster, but on site on no day of months that are claimed',
    samePhone: 'Several people have one phone number',
    sameCard: 'Several people have one bank card',
    manyRespondents: 'The same phone claims wages from two or more others in other cases',
    teamLeader: 'Leads a team on this project; it may be money for the team’s works',
    worksMoney: 'The complaint may be about money for works, not wages',
  },
  gap: {
    noProject: 'The case names no project on record: roster and attendance could not be asked.',
    noRoster: 'The project has no roster: it could not be asked who was there.',
    noAttendance: 'The project has no attendance on record: it could not be asked who came.',
    noNumbers: 'Some left neither citizen number nor phone: they could not be looked up.',
  },
};
