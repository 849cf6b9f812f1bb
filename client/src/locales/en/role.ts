export default {
  worker: 'Worker',
  contractor: 'Company',
  bank: 'Bank',
  gridOfficer: 'Grid officer',
  clerk: 'Intake desk',
  inspector: 'Inspector',
  bureauHead: 'Head of bureau',
  departmentLiaison: 'Department liaison',
  leader: 'Leader (joint meeting office)',
  auditor: 'Auditor',
  admin: 'Administrator',
};
