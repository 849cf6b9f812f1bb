/** What speaks for looking twice at the claims of a case. */
export default {
  title: '核实提示 {count} 条',
  rule: '只是核实的线索，不能单独作为不予受理或结案的理由。',
  hint: {
    notOnRoster: '不在该项目的实名名册里',
    notInAttendance: '在名册里，但所主张的月份没有一天出勤',
    samePhone: '几个人用同一个手机号',
    sameCard: '几个人用同一张银行卡',
    manyRespondents: '同一手机号还在其他案件里向两个以上单位主张工资',
    teamLeader: '是该项目登记的班组长，主张的可能是班组的款项',
    worksMoney: '投诉里写到的可能是工程款等，不是工资',
  },
  gap: {
    noProject: '案件没有关联到项目，无法核对名册和考勤。',
    noRoster: '该项目没有实名名册，无法核对在册和出勤。',
    noAttendance: '该项目没有考勤记录，无法核对出勤。',
    noNumbers: '有人没有留身份证号和手机号，无法核对。',
  },
};
