import type { ItemWords } from './item-words.js';

/** Capacity & delivery in Chinese: drafts, for a person who speaks the language to review. */
export const CAPACITY_ZH: Readonly<Record<string, ItemWords>> = {
  'CD-01': {
    question: '是否清楚每种产品的真实月产能（机器数×小时×效率），并说明空余产能？',
    guidance: '按清点的机器重新计算。',
    evidence: ['产能表'],
  },
  'CD-02': {
    question: '过去6个月的准时交货率是否有统计？',
    guidance: '新企业：用样品订单。',
    evidence: ['交货记录'],
  },
  'CD-03': {
    question: '每张订单是否有带日期的生产计划并每日跟进？',
    guidance: '白板即可。',
    evidence: ['计划', '照片'],
  },
  'CD-04': {
    question: '关键材料是否有库存或第二货源？',
    guidance: '列出进口投入品。',
    evidence: ['供应商名单'],
  },
  'CD-05': {
    question: '企业能否为试订单筹措资金（现金或材料赊账）？',
    guidance: '如不能：转介，不算不合格。',
    evidence: ['银行对账单', '授信函'],
  },
  'CD-06': {
    question: '是否有应对停电、水灾、火灾或机器损坏的计划？',
    guidance: '写明发电机和备用机器。',
    evidence: ['业务连续性说明'],
  },
  'CD-07': {
    question: '企业能否按采购商的方式接收和确认订单并开具发票（电子邮件、平台、增值税发票）？',
    guidance: '如不能，转介培训。',
    evidence: ['样本文件'],
  },
  'CD-08': {
    question: '货物存放是否干燥、清洁、离地、无虫害并有出入管控？',
    guidance: '出口链按类似C-TPAT的安全要求。',
    evidence: ['照片'],
  },
};
