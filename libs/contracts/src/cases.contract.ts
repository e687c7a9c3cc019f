import {
  APPEAL_GROUNDS,
  APPEAL_RESULTS,
  GRADES,
  INFORMATION_QUESTION_CODES,
  STAGES,
  VERIFICATION_METHODS,
  APPROVAL_STANDINGS,
} from '#domain';
import { z } from 'zod';
import { pageOfViews, PageQuery } from './page.contract.js';
import { PilotView } from './pilot-view.contract.js';
import { id, instant, line } from './primitives.js';
import { inputCategory } from './qualifications.contract.js';
import { province } from './suppliers.contract.js';

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
  site: z.object({ id, name: z.string().nullable() }),
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

/**
 * What a list of cases may be narrowed to, as it stands in an address. A filter sees what its reader is told of a case, and
 * nothing else: what is not told meets none.
 */
export const qualificationFilter = {
  stage: stage.optional(),
  substate: z.string().max(40).optional(),
  category: inputCategory.optional(),
  province: province.optional().meta({ description: 'Of the site, as far as you may know it.' }),
  grade: z.enum(GRADES).optional().meta({ description: 'As the list tells it: of the qualification.' }),
  supplierId: id.optional(),
  buyerId: id.optional().meta({
    description:
      'A buyer that takes part: by consent in force, a pilot order or an approval. Of other buyers than itself no buyer learns, nor does an auditor.',
  }),
  q: line(100).optional().meta({
    description: 'Its number, or the name of its supplier, from the beginning: `SQ-2026-0`, `Mekong`.',
  }),
};
export const QualificationQuery = z.strictObject({ ...PageQuery.shape, ...qualificationFilter });
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
const severity = z.enum(['critical', 'major', 'minor']);
const method = z.enum(VERIFICATION_METHODS);
export const CorrectiveActionView = z
  .object({
    subject: z.string(),
    severity,
    phase: z.enum(['open', 'submitted', 'verified', 'rejected']),
    dueAt: instant,
    rejections: z.number().int(),
    openedAt: instant.optional(),
    verification: method.optional(),
    verifiedBy: z.object({ method, visitDate: z.string().optional() }).optional(),
    partlyAccepted: z.object({ from: severity, at: instant }).optional(),
  })
  .meta({ id: 'CorrectiveActionView' });
/** The minimum of its own and the qualification's: what an order may rely on. */
export const ApprovalStatusView = z
  .object({
    standing: z.enum(APPROVAL_STANDINGS),
    since: instant.optional(),
    because: z.string().optional(),
    validUntil: instant.optional(),
  })
  .meta({ id: 'ApprovalStatusView' });
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
    awaitsBuyerSince: instant.optional(),
    status: ApprovalStatusView,
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

const appealed = {
  origin: z.string(),
  decisionAt: instant,
  ground: z.enum(APPEAL_GROUNDS),
  lodgedAt: instant,
};

export const QualificationView = z
  .object({
    ...summary,
    schemeVersionId: id,
    profile: z.enum(['core', 'full']),
    endMarkets: z.array(z.string()),
    previousId: id.nullable(),
    informationItems: z.array(z.string()),
    informationQuestions: z
      .record(z.string(), z.enum(INFORMATION_QUESTION_CODES))
      .meta({ description: 'What is asked about some of them, by item.' }),
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
      reopenedItems: z
        .array(z.string())
        .optional()
        .meta({ description: 'What a reviewer sent back; for office and auditor.' }),
      findings: z.array(finding),
      initial: score.optional(),
      current: score.optional(),
    }),
    checks: z.record(z.string(), check),
    correctiveActions: z.record(z.string(), CorrectiveActionView),
    pilots: z.record(z.string(), PilotView),
    approvals: z.record(z.string(), ApprovalView),
    otherBuyers: z.number().int(),
    renewal: z
      .object({
        audit: z.enum(['delta', 'full']).nullable(),
        fullBecause: z.string().nullable(),
        carried: z.record(z.string(), z.string()),
        carriedFrom: id.nullable(),
        verifiedAt: instant.nullable(),
      })
      .nullable(),
    appeal: z
      .object({
        ...appealed,
        effectSuspended: z.boolean(),
        panel: z.array(z.object({ personId: id, role: z.string() })),
      })
      .nullable(),
    appeals: z.array(z.object({ ...appealed, result: z.enum(APPEAL_RESULTS), endedAt: instant })),
    /** Why the qualification does not count; the cause for those who relied on it. */
    suspension: z.object({ since: instant, cause: z.string().nullable(), step: z.string() }).nullable(),
    /** What keeps a conditional qualification from being a full one. */
    conditions: z.array(z.string()),
    changes: z.array(z.object({ change: z.string(), since: instant })),
    surveillance: z.record(
      z.string(),
      z.object({
        reason: z.string(),
        phase: z.string(),
        score: score.optional(),
        outcome: z.string().optional(),
      }),
    ),
    allowedCommands: z.array(
      z.object({
        type: z.string(),
        subject: z.record(z.string(), z.union([z.string(), z.number()])),
        blockedBy: z.array(z.string()),
        missing: z.array(z.string()).meta({
          description: 'Fields, items or ids that are missing or in the way; as `items` of a refusal.',
        }),
      }),
    ),
    /** For the programme office: a child was found at work. */
    safeguarding: z.object({ phase: z.enum(['unsafe', 'safe']), since: instant }).optional(),
  })
  .meta({ id: 'QualificationView' });

export const CorrectiveActionList = z
  .object({ items: z.array(z.object({ id: z.string(), ...CorrectiveActionView.shape })) })
  .meta({ id: 'CorrectiveActionList' });
export const ApprovalList = z
  .object({
    items: z.array(
      z.object({
        buyerId: id,
        ...ApprovalView.shape,
        advice: z.string().optional().meta({ description: 'What a supplier can do after a decline.' }),
      }),
    ),
  })
  .meta({ id: 'ApprovalList' });

export const CommandAnswer = z
  .object({
    commandId: id,
    qualificationId: id,
    status: z.enum(['done', 'pending']),
    seq: z.number().int().optional(),
  })
  .meta({ id: 'CommandAnswer', description: '`pending` is answered with 202: ask again at Location.' });

export const Restarted = z.object({ qualificationId: id, restarted: z.boolean() }).meta({ id: 'Restarted' });
