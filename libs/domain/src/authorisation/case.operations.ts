import { rule } from './rule.js';
import { buyerWith, type Relation } from './relations.js';

/** Everybody who has to do with a case. */
const PARTIES = [
  'member',
  'supplier',
  'audit-firm',
  'buyer',
  'programme-office',
] as const satisfies readonly Relation[];
/** Everybody but buyers, who see what the supplier opened to them. */
const NO_BUYERS = [
  'member',
  'supplier',
  'audit-firm',
  'programme-office',
] as const satisfies readonly Relation[];
const INSIDE = ['member', 'programme-office'] as const satisfies readonly Relation[];

/** Cases: what is read of them, written into them and asked of them. Who may give which command is in the rulebook. */
export const caseOperations = {
  openQualification: rule(
    'organisation',
    'decide',
    ['supplier', 'officer'],
    ['member', 'acquaintance', 'programme-office'],
  ),
  listQualifications: rule('none', 'read', ['signed-in']),
  getQualification: rule('case', 'read', PARTIES),
  restartQualification: rule('case', 'administer', ['officer'], PARTIES),
  getJournal: rule('case', 'read', INSIDE, PARTIES),
  verifyJournal: rule('case', 'read', PARTIES),
  listLetters: rule('case', 'read', INSIDE, PARTIES),
  getLetter: rule('case', 'read', INSIDE, PARTIES),
  askCommand: rule('case', 'decide', PARTIES),
  getCommand: rule('command', 'read', ['member']),

  listSections: rule('case', 'read', PARTIES),
  writeSection: rule('case', 'write', ['supplier', 'officer'], PARTIES),
  takeChemicalInventory: rule('case', 'write', ['supplier', 'officer'], PARTIES),
  getInventoryTemplate: rule('none', 'read', ['signed-in']),
  getOrigin: rule('case', 'read', [...INSIDE, buyerWith('cost-sheets')], PARTIES),
  getAudit: rule('case', 'read', [...NO_BUYERS, buyerWith('audit-result')]),
  listAnswers: rule('case', 'read', ['audit-firm', 'programme-office'], PARTIES),
  listCaseOverlays: rule('case', 'read', [...NO_BUYERS, buyerWith('findings')]),
  previewSchemeMigration: rule('case', 'read', ['programme-office'], PARTIES),
  listFindings: rule('case', 'read', [...NO_BUYERS, buyerWith('findings')]),
  getScore: rule('case', 'read', [...NO_BUYERS, buyerWith('findings')]),
  getWhatIf: rule('case', 'read', ['member', 'audit-firm', 'programme-office'], PARTIES),
  getAuditPlan: rule('case', 'read', ['member', 'audit-firm', 'programme-office'], PARTIES),
  listCorrections: rule('case', 'read', ['audit-firm', 'programme-office'], PARTIES),
  writeCorrection: rule('case', 'write', ['assigned-auditor'], PARTIES),
  writeAnswer: rule('case', 'write', ['assigned-auditor'], PARTIES),
  getPayrollSample: rule('case', 'read', ['audit-firm', 'programme-office'], PARTIES),
  writePayrollSample: rule('case', 'write', ['assigned-auditor'], PARTIES),
  listSafeguardingNotes: rule('case', 'read', ['assigned-auditor', 'officer', 'reviewer'], PARTIES),
  writeInterviewNote: rule('case', 'write', ['assigned-auditor'], PARTIES),
  listSurveillanceAnswers: rule('case', 'read', ['audit-firm', 'programme-office'], PARTIES),
  writeSurveillanceAnswer: rule('case', 'write', ['assigned-auditor'], PARTIES),
  listCorrectiveActions: rule('case', 'read', [...NO_BUYERS, buyerWith('corrective-actions')]),
  getResponse: rule('case', 'read', ['member', 'audit-firm', 'programme-office'], PARTIES),
  writeResponse: rule('case', 'write', ['supplier', 'officer'], PARTIES),
  listComplianceChecks: rule('case', 'read', [...NO_BUYERS, buyerWith('compliance-verdicts')]),
  getOnePage: rule('case', 'read', [...INSIDE, 'buyer'], PARTIES),
  printOnePage: rule('case', 'read', [...INSIDE, 'buyer'], PARTIES),
  listPilotOrders: rule('case', 'read', PARTIES),
  getPilotTerms: rule('case', 'read', ['buyer'], PARTIES),
  writePilotTerms: rule('case', 'write', ['requester'], PARTIES),
  getPilotSuggestion: rule('case', 'read', [buyerWith('capacity')], PARTIES),
  getLotSample: rule('case', 'read', PARTIES),
  getInspection: rule('case', 'read', ['buyer'], PARTIES),
  writeInspection: rule('case', 'write', ['inspector'], PARTIES),
  listApprovals: rule('case', 'read', PARTIES),
  getApprovalScope: rule('case', 'read', ['buyer'], PARTIES),
  writeApprovalScope: rule('case', 'write', ['requester'], PARTIES),

  watchCase: rule('case', 'write', ['buyer'], PARTIES),
  unwatchCase: rule('case', 'write', ['buyer'], PARTIES),
  listBuyerCandidates: rule('none', 'read', ['buying-member']),
  listPilotBoard: rule('none', 'read', ['buying-member']),
  listApprovedSuppliers: rule('none', 'read', ['buying-member']),

  listDeliveries: rule('case', 'read', ['buyer'], PARTIES),
  writeDelivery: rule('case', 'write', ['requester'], PARTIES),
  listScorecards: rule('case', 'read', [...INSIDE, 'buyer'], PARTIES),
  listMatches: rule('case', 'read', INSIDE, PARTIES),

  listConsents: rule('case', 'read', [...INSIDE, 'buyer'], PARTIES),
  listAccesses: rule('case', 'read', INSIDE, PARTIES),
  listDataSubjects: rule('case', 'read', INSIDE, PARTIES),
  askErasure: rule('case', 'write', ['supplier'], PARTIES),
  eraseDataSubject: rule('case', 'administer', ['officer'], PARTIES),
  listErasures: rule('none', 'read', ['officer']),

  listConflicts: rule('case', 'read', ['programme-office'], PARTIES),
  listShadowAudits: rule('none', 'read', ['officer']),
  recordShadowAudit: rule('case', 'administer', ['officer'], PARTIES),

  listTasks: rule('none', 'read', ['signed-in']),
  listOfficeTasks: rule('none', 'read', ['officer']),
};
