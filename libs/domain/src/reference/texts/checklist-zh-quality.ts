import type { ItemWords } from './item-words.js';

/** Quality management in Chinese: drafts, for a person who speaks the language to review. */
export const QUALITY_ZH: Readonly<Record<string, ItemWords>> = {
  'QM-01': {
    question: '是否指定一人负责质量，并有权停止出货？',
    guidance: '微型企业可由业主担任，但不得是该批产品的机器操作工。',
    evidence: ['组织结构图', '停止出货记录'],
  },
  'QM-02': {
    question: '每张订单是否都有已商定的规格、样品或色样存放在现场？',
    guidance: '请一名操作工出示。',
    evidence: ['签字的规格或样品', '修订日期'],
  },
  'QM-03': {
    question: '来料在使用前是否检验并标识？',
    guidance: '在仓库中查看有无未标识的材料。',
    evidence: ['来料记录', '标签'],
  },
  'QM-04': {
    question: '是否在规定环节进行过程检验并记录？',
    guidance: '取昨天的记录表，查看时间是否合理。',
    evidence: ['检验记录表'],
  },
  'QM-05': {
    question: '放行前是否按抽样方案做最终检验，不合格批是否被扣留？',
    guidance: '任何公认方案（Z1.4/ISO 2859-1）或100%检验。',
    evidence: ['最终检验报告', '待处理区'],
  },
  'QM-06': {
    question: '不合格品是否有标记、隔离存放并作出处置决定？',
    guidance: '红色箱或隔离笼；返工后须复检。',
    evidence: ['不合格品记录'],
  },
  'QM-07': {
    question: '量具（秤、卷尺、灯箱、量规）是否适用并按计划日期检查？',
    guidance: '抽查3件。',
    evidence: ['校准标签或证书'],
  },
  'QM-08': {
    question: '投诉和失效是否分析原因并关闭？',
    guidance: '从头到尾看一个完整例子。',
    evidence: ['纠正预防措施记录'],
  },
  'QM-09': {
    question: '机器是否按计划保养？',
    guidance: '询问最近一次故障。',
    evidence: ['保养记录'],
  },
  'QM-10': {
    question: '工人是否接受岗位培训，并有技能清单？',
    guidance: '新工人在通过确认前须有人监督。',
    evidence: ['技能矩阵'],
  },
  'QM-11': {
    question: '面料或纱线是否评级（四分制或等效方法），每批是否有缸差色卡和缩水测试？',
    guidance: '至少检验10%的布卷。',
    evidence: ['布卷检验报告', '缸差色卡'],
  },
  'QM-12': {
    question: '金属件和小部件是否通过拉力/扭力、镍及铅/镉测试，是否有断针和金属管控？',
    guidance: '儿童用品要求更严。',
    evidence: ['12个月内的测试报告', '断针记录'],
  },
  'QM-13': {
    question: '皮革是否分级，每批是否测量厚度和色牢度？',
    guidance: '与已批准的样皮核对。',
    evidence: ['批次报告'],
  },
  'QM-14': {
    question: '纸箱强度、条码扫描、印刷和防窒息警示是否检查？',
    guidance: '胶袋孔和厚度按采购商要求。',
    evidence: ['边压或耐破报告', '扫描记录'],
  },
  'QM-15': {
    question: '服务加工（绣花、印花、水洗）是否记录收发数量并做首件确认？',
    guidance: '双向核对件数。',
    evidence: ['进出数量记录', '首件卡'],
  },
  'QM-16': {
    question: '每批化学品是否有分析证书、保质期和批号？',
    guidance: '核对桶上标签与文件。',
    evidence: ['分析证书', '留样'],
  },
};
