/**
 * What passwords are made of again and again: words that stand high in every published list of leaked passwords, names
 * and words of this office and country, in the spelling people type. Written for this product, not copied from a list:
 * lists count millions of whole passwords, nearly all of which are one of these with a number, a date or a sign.
 */
const TEXT = `
5201314 1314520 1314 520 521 666 888 168 518 password passwd passw0rd pass pwd mima mima123 admin administrator root user guest test tester demo login welcome letmein
master manager system server service support secret changeme default access public private security secure temp
iloveyou loveyou love lover woaini aini woaiwojia baobei laopo laogong mama baba jiating xingfu kuaile
qwerty asdf zxcv abcd monkey dragon shadow sunshine princess football baseball superman batman trustno hello nihao
china zhongguo beijing shanghai yunnan kunming wenshan guangdong sichuan chongqing yanshan malipo maguan guangnan funing
anxin xinchou gongzi qianxin nongmingong laodong jiancha jianguan renshe rensheju zhengfu bangong keyuan yinhang bank
company gongsi jianzhu jianshe gongcheng xiangmu caiwu kuaiji laozi zhuanyuan computer internet windows huawei xiaomi
apple google baidu weixin wechat alipay taobao tencent qqqq asdfgh summer winter spring autumn monday friday
january february march april june july august september october november december
wang li zhang liu chen yang huang zhao zhou xu sun ma zhu hu guo he lin luo gao zheng liang xie tang song
han feng yu dong xiao cheng cao yuan deng fu shen zeng peng lv su lu jiang cai jia ding wei xue ye yan pan du dai
xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long
wan duan qian yin chang qiao lai gong wen zhangsan lisi wangwu zhaoliu xiaoming xiaohong xiaohua
zhangwei wangwei wangfang liwei lina zhangmin lijing wangjing liuwei zhangjing zhangli wanglei
ming hua hong wei fang min jing lei jun yong ping gang qiang bin bo tao chao peng yan na xin mei hui ying juan ling
zhi guo jian xiu ying yu lan feng shun fa cai fu gui xiang ji long
`;
const CHINESE = [
  '密码',
  '管理员',
  '我爱你',
  '你好',
  '中国',
  '安薪',
  '工资',
  '劳动',
  '监察',
  '欠薪',
  '人社局',
];

export const COMMON_WORDS: ReadonlySet<string> = new Set([...TEXT.trim().split(/\s+/u), ...CHINESE]);
