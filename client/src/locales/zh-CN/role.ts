export default {
  worker: '农民工',
  contractor: '企业',
  bank: '银行',
  gridOfficer: '网格员',
  clerk: '受理窗口',
  inspector: '劳动监察员',
  bureauHead: '局负责人',
  departmentLiaison: '部门联络员',
  leader: '领导（联席会议办公室）',
  auditor: '审计',
  admin: '系统管理员',
};
