export default {
  pick: 'Choose an area',
  narrower: 'Narrower area',
  wholeOfAbove: '(all of the above)',
  pickDepartment: 'Choose a department',
};
