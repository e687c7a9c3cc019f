import type { ItemWords } from './item-words.js';

/** Health & safety in Chinese: drafts, for a person who speaks the language to review. */
export const SAFETY_ZH: Readonly<Record<string, ItemWords>> = {
  'HS-01': {
    question: '工作时间内所有出口门是否未上锁且畅通？',
    guidance: '有人在内而出口上锁即立即不合格，直至打开并演示。',
    evidence: ['带时间的照片', '平面图'],
  },
  'HS-02': {
    question: '建筑物是否没有即将倒塌的明显迹象或违法加层？',
    guidance: '柱子裂缝、超载、车间下方有锅炉：停止并请工程师鉴定。',
    evidence: ['照片', '工程师信函'],
  },
  'HS-03': {
    question: '灭火器或消防栓是否足够且可用，警报是否处处可闻，出口标志是否点亮？',
    guidance: '测试警报。',
    evidence: ['检查标签', '警报测试视频'],
  },
  'HS-04': {
    question: '过去6个月内是否进行过所有班次参加的疏散演习？',
    guidance: '疏散时间和人数。',
    evidence: ['演习记录和照片'],
  },
  'HS-05': {
    question: '电气线路是否安全：配电箱关闭、有断路器、无裸线、飞絮已清除？',
    guidance: '如可能，拍热成像照片。',
    evidence: ['照片', '电工检查记录'],
  },
  'HS-06': {
    question: '运动部件（皮带、冲床、机针、裁刀）是否有防护？',
    guidance: '裁断机须双手操作。',
    evidence: ['照片'],
  },
  'HS-07': {
    question: '锅炉、空压机和电梯是否有许可并经检验？',
    guidance: '操作员证书也要有。',
    evidence: ['许可证和检验日期'],
  },
  'HS-08': {
    question: '防护用品是否免费发放、适合作业并被使用？',
    guidance: '手套、口罩、护耳、金属网手套。',
    evidence: ['发放清单', '现场观察'],
  },
  'HS-09': {
    question: '饮用水是否安全、免费并经检测；厕所是否清洁、足够且有隐私？',
    guidance: '女厕单独设置。',
    evidence: ['12个月内的水质检测', '厕所数与工人数'],
  },
  'HS-10': {
    question: '温度、照明和空气是否可接受（风扇、降温、检验处300勒克斯以上）？',
    guidance: '在最热的时段测量。',
    evidence: ['测量读数'],
  },
  'HS-11': {
    question: '每层是否有急救箱和受训人员（50名工人以上设医务室）？',
    guidance: '检查有效期。',
    evidence: ['急救箱照片', '培训证书'],
  },
  'HS-12': {
    question: '事故是否记录、调查并向社保基金报告？',
    guidance: '未遂事件也要记录。',
    evidence: ['事故登记册', '社保基金表格'],
  },
  'HS-13': {
    question: '化学品存放是否有防漏围堰、通风、隔离和洗眼器，工人是否受训？',
    guidance: '酸与碱分开，氧化剂与溶剂分开。',
    evidence: ['仓库照片', '培训名单', '高棉文安全数据表'],
  },
  'HS-14': {
    question: '如提供宿舍、食堂或交通，是否清洁和安全？',
    guidance: '否则不适用。',
    evidence: ['照片', '车辆证件'],
  },
};
