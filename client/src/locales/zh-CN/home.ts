export default {
  greeting: '{name}，您好',
  openPages: '现在可以用',
  glance: '系统概况',
  outbox: '发件箱：待发 {waiting}，失败 {failed}',
  comingTitle: '接下来会出现在这里',
  comingLead: '这些工作还没有开放。每一项先说明会看到什么，以及开放后第一步做什么。',
  firstStep: '第一步：{step}',
  worker: { complaints: '我要投诉', payroll: '我的工资', projects: '我干活的工地' },
  lead: {
    worker: '您的工资、工地和投诉都在这里',
    gridOfficer: '本网格的隐患、小额纠纷和代办投诉',
    clerk: '受理窗口的登记、补正和转办',
    inspector: '按最近要到期的先后，办理投诉和案件',
    bureauHead: '审批、督办和全局进度',
    departmentLiaison: '转到本部门的任务和本行业的项目',
    leader: '全区域的态势、督办和报表',
    contractor: '本企业的项目、花名册和每月工资报送',
    bank: '在本网点开户的工资专用账户和代发',
    auditor: '核对事件链，查看账号、参数和任务记录',
    admin: '账号、区划、参数、日历和系统运行；看不到案件内容',
  },
  page: {
    users: '谁能登录、以什么角色、管哪个区域',
    area: '区划到乡镇和网格，联席会议成员单位',
    parameter: '由地区决定的数值和依据',
    calendar: '放假安排、调休，算一算期限',
    health: '存储、邮件、时钟和磁盘',
    job: '自动运行的工作和运行记录',
    outbox: '邮件、短信、站内通知的发送情况',
    chain: '每天的事件和签名，核对有无改动',
  },
  coming: {
    worker: {
      complaints: {
        what: '两分钟说清谁欠您钱、欠多少，随时看办到哪一步。',
        step: '扫工地告示牌上的二维码，或点“我要投诉”。',
      },
      payroll: {
        what: '每个月发了多少、该发多少，一行一行看得清，不对可以直接说。',
        step: '工地报送工资表后，点开看对不对。',
      },
      projects: { what: '您在哪些工地干过活、考勤了多少天。', step: '进场登记时，请工地用您的手机号登记。' },
    },
    gridOfficer: {
      complaints: {
        what: '替不会用手机的工人当面代填投诉，给他一张回执。',
        step: '选择工地，和工人一起逐题填写。',
      },
      alerts: { what: '本网格工地的欠薪苗头，哪些要去看一眼。', step: '点开一条，记录现场看到的情况。' },
      coordination: { what: '上级交到本网格的核实任务。', step: '按任务要求走访并反馈。' },
    },
    clerk: {
      complaints: {
        what: '窗口、电话和各平台来的投诉，登记、出回执、补正、转办。',
        step: '登记一件投诉，打印带二维码的回执。',
      },
      cases: { what: '已受理的投诉进了哪个案件、由谁主办。', step: '受理后交由监察员立案。' },
      projects: { what: '查工地对应的项目、总包和分包。', step: '登记投诉时，从项目库里选择工地。' },
    },
    inspector: {
      complaints: {
        what: '待决定受理的投诉，最先到期的排在最前。',
        step: '打开一件，决定受理、补正、转办或不予受理。',
      },
      cases: {
        what: '立案到结案的全过程：时限怎么算、下一步是什么、文书和证据。',
        step: '受理一件投诉并立案。',
      },
      alerts: {
        what: '工资、考勤、专户之间对不上的地方，每条都附事实和来源。',
        step: '查看一条预警，要求企业说明或派单核查。',
      },
      projects: {
        what: '每个项目按月、按班组的报送、签字、到账情况。',
        step: '项目登记后，从这里看报送进度。',
      },
      credit: { what: '企业守法诚信等级、失信名单和公布。', step: '由案件的处理结果发起。' },
    },
    bureauHead: {
      cases: {
        what: '等您审批的立案、延期、处理决定和移送。',
        step: '打开一件待批事项，查看依据后批准或退回。',
      },
      alerts: { what: '升级到局里的预警和它的处理过程。', step: '查看升级的预警并指定主办人。' },
      coordination: { what: '发给成员单位的任务和督办的反馈情况。', step: '对超期的任务发出督办。' },
      reports: {
        what: '按时办结率、追回工资、重复投诉等的周期报表。',
        step: '案件办理后自动汇总，无需填报。',
      },
    },
    departmentLiaison: {
      coordination: { what: '转到本部门的线索和任务，注明期限和依据。', step: '签收一项任务并反馈结果。' },
      projects: { what: '本行业在建项目的制度落实情况。', step: '核对本行业项目的登记信息。' },
      alerts: { what: '本行业项目的预警。', step: '查看预警，督促企业整改。' },
    },
    leader: {
      reports: {
        what: '全区域欠薪人数、金额、化解进度的态势图，每个数都能点到原始记录。',
        step: '有案件和工资数据后自动生成。',
      },
      coordination: { what: '挂牌督办、约谈和联席会议议定事项。', step: '对重点案件发起督办。' },
      alerts: { what: '升级为红色的预警和责任单位。', step: '查看红色预警的处置进度。' },
    },
    contractor: {
      projects: { what: '本企业的项目、合同、专户、保证金和维权告示牌。', step: '登记第一个项目。' },
      payroll: {
        what: '每月上传考勤和工资表，立刻告诉您哪一行有问题、怎么改。',
        step: '下载样表，填好后上传。',
      },
      alerts: { what: '需要您说明的预警：事实、期限和后果。', step: '点开预警，说明情况并附上凭证。' },
      credit: { what: '本企业的诚信等级和工资支付信用证明。', step: '项目开始报送工资后形成记录。' },
    },
    bank: {
      payroll: { what: '待代发的工资文件，和每一笔的到账结果。', step: '下载代发文件，发放后回传结果。' },
      projects: { what: '在本网点开户的专用账户和入账情况。', step: '专户开立备案后出现在这里。' },
    },
    auditor: {
      reports: { what: '抽样核对已报“已付清”的记录与银行到账是否一致。', step: '有结案记录后开始抽样。' },
    },
  },
};
