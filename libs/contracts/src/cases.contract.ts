import { STAGES } from '#domain';
import { z } from 'zod';
import { pageOfViews, PageQuery } from './page.contract.js';
import { id, instant } from './primitives.js';
import { inputCategory } from './qualifications.contract.js';

const stage = z.enum(STAGES);
const hand = z.object({ personId: id, organisationId: id });
const named = z.object({ id, name: z.string() });

export const BallHolderView = z
  .object({
    task: z.string(),
    role: z.string(),
    organisationId: id.optional(),
    personId: id.optional(),
    what: z.string(),
    subject: z.string(),
    dueAt: instant.optional(),
    otherwise: z.string(),
    calendarMissing: z.boolean(),
  })
  .meta({ id: 'BallHolderView', description: 'Who must act, on what, by when, and what happens if not.' });

const summary = {
  id,
  caseNumber: z.string(),
  supplier: named,
  site: named,
  category: inputCategory,
  stage,
  substate: z.string(),
  seq: z.number().int(),
  caseTime: instant,
  openedAt: instant,
  validUntil: instant.nullable(),
  grade: z.string().nullable(),
  ballHolders: z.array(BallHolderView),
};
export const QualificationSummary = z.object(summary).meta({ id: 'QualificationSummary' });
export const QualificationPage = pageOfViews('QualificationPage', QualificationSummary);

export const QualificationQuery = PageQuery.extend({
  stage: stage.optional(),
  substate: z.string().max(40).optional(),
  category: inputCategory.optional(),
  supplierId: id.optional(),
}).strict();
export type QualificationQuery = z.infer<typeof QualificationQuery>;

const deadline = z.object({
  key: z.string(),
  kind: z.string(),
  subject: z.string(),
  startedAt: instant,
  dueAt: instant,
  steps: z.array(z.object({ at: instant, step: z.enum(['remind', 'escalate', 'retry', 'expire']) })),
  extended: z.boolean(),
  calendarMissing: z.boolean(),
});
const score = z.object({ grade: z.string(), total: z.number(), outcome: z.string() });
const finding = z.object({ itemId: z.string(), severity: z.string(), value: z.string() });
export const FindingList = z.object({ items: z.array(finding) }).meta({ id: 'FindingList' });
export const CorrectiveActionView = z
  .object({
    subject: z.string(),
    severity: z.enum(['critical', 'major', 'minor']),
    phase: z.enum(['open', 'submitted', 'verified', 'rejected']),
    dueAt: instant,
    rejections: z.number().int(),
  })
  .meta({ id: 'CorrectiveActionView' });
const lot = z.object({
  lot: z.number().int(),
  size: z.number().int(),
  phase: z.string(),
  inspection: z.enum(['normal', 'tightened']),
  reworked: z.boolean(),
  criticalDefects: z.number().int(),
  documentsRight: z.boolean().optional(),
  deliveredAt: instant.optional(),
  quantity: z.number().int().optional(),
});
export const PilotView = z
  .object({
    buyerId: id,
    phase: z.string(),
    placedBy: hand,
    dueAt: instant,
    lots: z.array(lot),
    result: z.string().optional(),
    confirmedAt: instant.optional(),
  })
  .meta({ id: 'PilotView' });
export const ApprovalView = z
  .object({
    phase: z.string(),
    requester: hand.optional(),
    approver: hand.optional(),
    scopeId: z.string().optional(),
    deferredOnce: z.boolean(),
    declineReason: z.string().optional(),
    validUntil: instant.optional(),
    deadline: z.string().optional(),
  })
  .meta({ id: 'ApprovalView' });
const check = z.object({
  verdict: z.string(),
  errors: z.number().int(),
  runId: id.optional(),
  decidedBy: hand.optional(),
  failureProposedBy: hand.optional(),
  expiresAt: instant.optional(),
});

export const QualificationView = z
  .object({
    ...summary,
    schemeVersionId: id,
    profile: z.enum(['core', 'full']),
    endMarkets: z.array(z.string()),
    previousId: id.nullable(),
    informationItems: z.array(z.string()),
    parked: z.boolean(),
    closedReason: z.string().nullable(),
    over: z.boolean(),
    deadlines: z.array(deadline),
    consents: z.array(id),
    audit: z.object({
      phase: z.string(),
      auditor: hand.optional(),
      proposedDates: z.array(z.string()),
      visitDate: z.string().optional(),
      findings: z.array(finding),
      initial: score.optional(),
      current: score.optional(),
    }),
    checks: z.record(z.string(), check),
    correctiveActions: z.record(z.string(), CorrectiveActionView),
    pilots: z.record(z.string(), PilotView),
    approvals: z.record(z.string(), ApprovalView),
    otherBuyers: z.number().int(),
    allowedCommands: z.array(
      z.object({
        type: z.string(),
        subject: z.record(z.string(), z.union([z.string(), z.number()])),
        blockedBy: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'QualificationView' });

export const CommandAnswer = z
  .object({
    commandId: id,
    qualificationId: id,
    status: z.enum(['done', 'pending']),
    seq: z.number().int().optional(),
  })
  .meta({ id: 'CommandAnswer', description: '`pending` is answered with 202: ask again at Location.' });

export const JournalEntryView = z
  .object({
    seq: z.number().int(),
    entry: z.record(z.string(), z.unknown()),
    hash: z.string(),
    occurredAt: instant,
    recordedAt: instant,
  })
  .meta({ id: 'JournalEntryView' });
export const JournalPage = pageOfViews('JournalPage', JournalEntryView);
export const JournalVerification = z
  .object({
    entries: z.number().int(),
    reliances: z.number().int(),
    intact: z.boolean(),
    faults: z.array(z.object({ seq: z.number().int(), fault: z.string() })),
  })
  .meta({ id: 'JournalVerification', description: 'The chain and every digest of facts, computed anew.' });

export const FactView = z
  .object({
    item: z.string(),
    content: z.record(z.string(), z.unknown()),
    version: z.number().int(),
    onBehalf: z.boolean(),
    occurredAt: instant,
  })
  .meta({ id: 'FactView' });
export const FactList = z.object({ items: z.array(FactView) }).meta({ id: 'FactList' });
export const FactWritten = z
  .object({ item: z.string(), version: z.number().int() })
  .meta({ id: 'FactWritten' });

export const ComplianceCheckView = z
  .object({
    kind: z.string(),
    verdict: z.string(),
    lastRun: z
      .object({
        runId: id,
        verdict: z.string(),
        explanation: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) })),
        inputHash: z.string(),
        dataSource: z.string(),
        sourceVersion: z.string(),
        ranAt: instant,
        expiresAt: instant.nullable(),
      })
      .nullable(),
    decidedBy: hand.nullable(),
  })
  .meta({ id: 'ComplianceCheckView' });
export const ComplianceCheckList = z
  .object({ items: z.array(ComplianceCheckView) })
  .meta({ id: 'ComplianceCheckList' });

export const TaskView = z
  .object({
    qualificationId: id,
    caseNumber: z.string(),
    supplierName: z.string(),
    task: z.string(),
    role: z.string(),
    what: z.string(),
    subject: z.string(),
    dueAt: instant.nullable(),
    otherwise: z.string(),
    claimedBy: id.nullable(),
  })
  .meta({ id: 'TaskView' });
export const TaskPage = pageOfViews('TaskPage', TaskView);
export const OfficeTaskView = z
  .object({ id, kind: z.string(), subject: z.string(), openedAt: instant })
  .meta({ id: 'OfficeTaskView' });
export const OfficeTaskPage = pageOfViews('OfficeTaskPage', OfficeTaskView);

export const CorrectiveActionList = z
  .object({ items: z.array(z.object({ id: z.string(), ...CorrectiveActionView.shape })) })
  .meta({ id: 'CorrectiveActionList' });
export const PilotOrderList = z
  .object({ items: z.array(z.object({ id, ...PilotView.shape })) })
  .meta({ id: 'PilotOrderList' });
export const ApprovalList = z
  .object({ items: z.array(z.object({ buyerId: id, ...ApprovalView.shape })) })
  .meta({ id: 'ApprovalList' });
export const AuditView = z
  .object({
    phase: z.string(),
    visitDate: z.string().nullable(),
    checklist: z.array(
      z.object({
        id: z.string(),
        section: z.string(),
        severity: z.string(),
        weight: z.number(),
        question: z.string(),
        guidance: z.string(),
        evidence: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'AuditView', description: 'The part of the frozen checklist that this case is asked.' });
export const Restarted = z.object({ qualificationId: id, restarted: z.boolean() }).meta({ id: 'Restarted' });
