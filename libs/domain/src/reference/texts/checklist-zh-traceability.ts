import type { ItemWords } from './item-words.js';

/** Traceability & origin in Chinese: drafts, for a person who speaks the language to review. */
export const TRACEABILITY_ZH: Readonly<Record<string, ItemWords>> = {
  'TR-01': {
    question: '能否在4小时内将任一成品批追溯到投入批次并追踪到客户？',
    guidance: '对一个已出货批次做追溯练习。',
    evidence: ['追溯测试记录'],
  },
  'TR-02': {
    question: '每批材料是否保存供应商名称、国家和发票？',
    guidance: '棉花和原皮须追溯两级。',
    evidence: ['采购档案'],
  },
  'TR-03': {
    question: '供美国的货物中是否没有来自新疆地区或UFLPA名单实体的投入？',
    guidance: '棉、粘胶、PVC：询问纤维来源。非美国订单：为严重项。',
    evidence: ['纤维来源声明', '名单核查结果'],
  },
  'TR-04': {
    question: '企业能否提供正确的原产地文件（供应商声明、原产地证资料、HS编码、本地增值）？',
    guidance: '重新计算一种产品的本地增值。',
    evidence: ['成本表', '声明'],
  },
  'TR-05': {
    question: '原产地是否真实：没有将外国货物换标或转运冒充柬埔寨产品？',
    guidance: '比较进口、机器产能和出口。',
    evidence: ['报关单', '产能测试'],
  },
  'TR-06': {
    question: '认证材料与非认证材料是否分开存放，并有数量平衡？',
    guidance: '仅在有声称时。',
    evidence: ['物料平衡表'],
  },
};
