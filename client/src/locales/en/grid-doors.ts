export default {
  report: 'Report a hazard',
  reportText: 'One minute: what, where, how many people',
  begun: 'One was begun and not sent: go on here',
  incident: 'Report a gathering',
  incidentText: 'Everybody who must know is told at once',
  hazards: 'Open hazards',
  hazardsText: 'Say it is settled, or pass it up',
  register: 'Register for a worker',
  registerText: 'Fill it in together; number and receipt at once',
  list: 'What I registered',
  listText: 'See how far it is',
};
