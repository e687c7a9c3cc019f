import type { ItemWords } from './item-words.js';

/** Business & legal in Chinese: drafts, for a person who speaks the language to review. */
export const BUSINESS_ZH: Readonly<Record<string, ItemWords>> = {
  'BL-01': {
    question: '企业是否已在商业部注册，且注册现行有效？',
    guidance: '名称、地址和股东必须与申请一致；一人公司和家族企业也算。',
    evidence: ['商业部注册证书', '注明日期的登记查询打印件'],
  },
  'BL-02': {
    question: '企业是否已办理税务登记，并持有本年度营业税（专利税）证书？',
    guidance: '营业税按日历年计算：去年的证书于1月1日失效（3月31日前的宽限由采购商决定）。',
    evidence: ['营业税证书', '载有税号的增值税证书'],
  },
  'BL-03': {
    question: '厂区是否持有与其规模相应的工厂或手工业许可（工业科技创新部）？',
    guidance: '小作坊可改持手工业许可。',
    evidence: ['许可证副本'],
  },
  'BL-04': {
    question: '是否已向劳工部申报开业，并备有工资总账？',
    guidance: '须在第一名工人上岗前完成。',
    evidence: ['有劳工部签章的申报书', '总账'],
  },
  'BL-05': {
    question: '所有持股25%及以上的股东和实际控制人是否都已列明，且无人借名代持？',
    guidance: '访谈经理；与股东名册核对。',
    evidence: ['股东声明', '身份证件副本（已遮盖）'],
  },
  'BL-06': {
    question: '是否有人为改变本次审核或某项许可而提出或索要金钱、礼物或好处？',
    guidance: '审核期间的任何企图须立即记录，审核员随即退出。',
    evidence: ['审核员声明', '证人记录'],
  },
  'BL-07': {
    question: '向审核员出示的记录是否真实（无两套账、无伪造证书）？',
    guidance: '随机选三天，交叉核对工资、工时、生产和门卫记录。',
    evidence: ['抽样记录', '证书编号核验'],
  },
  'BL-08': {
    question: '是否有有效的火灾、财产和第三者损害保险？',
    guidance: '保额至少应等于试订单金额。',
    evidence: ['保单', '保费收据'],
  },
  'BL-09': {
    question: '银行账户是否在企业自己名下并有证明？',
    guidance: '户名必须与商业部注册名称一致。',
    evidence: ['90天内的银行证明信'],
  },
  'BL-10': {
    question: '土地或建筑的使用权以及该建筑用于此项活动的许可是否齐备？',
    guidance: '不得以住宅或市场摊位冒充工厂；定位与照片须相符。',
    evidence: ['租约或产权证', '许可证', '带位置的照片'],
  },
  'BL-11': {
    question: '企业是否保存分包商名单，并在使用前征得采购商同意？',
    guidance: '将产量与机器产能比较，以发现隐瞒的分包。',
    evidence: ['登记册', '采购商同意书', '产能表'],
  },
};
