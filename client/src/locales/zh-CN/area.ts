export default {
  pick: '选择区域',
  narrower: '下一级区域',
  wholeOfAbove: '（整个上级区域）',
  pickDepartment: '选择成员单位',
};
