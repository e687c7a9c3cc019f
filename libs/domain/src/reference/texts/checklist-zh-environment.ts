import type { ItemWords } from './item-words.js';

/** Environment & chemicals in Chinese: drafts, for a person who speaks the language to review. */
export const ENVIRONMENT_ZH: Readonly<Record<string, ItemWords>> = {
  'EN-01': {
    question: '是否持有环境许可（环评或初步环评或环保合同、排污许可）？',
    guidance: '小作坊可豁免：记录原因。',
    evidence: ['许可证'],
  },
  'EN-02': {
    question: '未经处理的生产废水是否没有排入下水道、农田和河流？',
    guidance: '沿管道查看；寻找旁通管。',
    evidence: ['照片', '流程图'],
  },
  'EN-03': {
    question: '生产废水是否经处理并按法律和ZDHC限值检测？',
    guidance: 'pH、COD、BOD、TSS、金属、MRSL参数。',
    evidence: ['6个月内的实验室报告（ISO 17025）'],
  },
  'EN-04': {
    question: '是否有完整的化学品清单，含CAS号、数量和安全数据表？',
    guidance: '系统将每个CAS号与限用清单核对。',
    evidence: ['清单文件', '安全数据表'],
  },
  'EN-05': {
    question: '售予本行业的产品是否具有ZDHC MRSL符合性（1级或以上）或同等证明？',
    guidance: '将产品名称与Gateway清单核对。',
    evidence: ['Gateway摘录', '符合性声明信'],
  },
  'EN-06': {
    question: '成品材料是否按限用物质清单检测（偶氮、甲醛、六价铬、邻苯二甲酸酯、镍、APEO）？',
    guidance: '实验室必须获认可。',
    evidence: ['12个月内的报告'],
  },
  'EN-07': {
    question: '制革厂是否持有LWG或同等审核，原皮来源是否可追溯到屠宰场？',
    guidance: '贸易商：需双方证明。',
    evidence: ['LWG证书', '追溯文件'],
  },
  'EN-08': {
    question: '纸和纸板是否来自认证或受控来源，并在发票上声明？',
    guidance: 'FSC编号须在发票上，而不只在证书上。',
    evidence: ['FSC或PEFC证书', '发票'],
  },
  'EN-09': {
    question: '废物是否分类，危险废物是否安全存放并交给持证运输商？',
    guidance: '污泥、容器、油、灯管。',
    evidence: ['合同', '转移联单'],
  },
  'EN-10': {
    question: '能源和水是否每月计量？',
    guidance: '满12个月的数据即可开始计算足迹。',
    evidence: ['账单', '抄表记录'],
  },
  'EN-11': {
    question: '是否有年度减量目标（能源、水、废物），或对可再生能源/生物质来源的核查？',
    guidance: '不用来源不明的木柴。',
    evidence: ['计划', '燃料收据'],
  },
  'EN-12': {
    question: '废气排放（锅炉、溶剂、粉尘）是否受控，并在需要时检测？',
    guidance: '无排放源则不适用。',
    evidence: ['检测报告'],
  },
  'EN-13': {
    question: '如声称含再生或有机成分：是否有范围证书和每次交货的交易证书？',
    guidance: '没有声称则不适用。',
    evidence: ['范围证书和交易证书'],
  },
};
