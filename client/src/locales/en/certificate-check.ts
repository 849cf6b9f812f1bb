export default {
  title: 'Check a credit certificate',
  valid: 'This certificate is genuine and valid',
  expired: 'This certificate is no longer valid',
  revoked: 'This certificate was revoked',
  compare: 'Compare company, credit code, number and day with the paper in your hand.',
  no: 'There is no such certificate',
  noText: 'The code is not one of ours, or was mistyped. Ask the office named on the paper.',
  company: 'Company',
  creditCode: 'Unified social credit code',
  number: 'Number',
  issuedOn: 'Issued on',
};
