export default {
  button: 'Download standard data (JSON)',
  title: 'National data standard',
  consequence: 'One month of the project: firms, teams, people, attendance and wages.',
  reason: 'Reason to get whole identities (optional)',
  reasonHint:
    'Without one, citizen ids, phones and cards are covered; with one they are whole, and it is recorded.',
  act: 'Download',
};
