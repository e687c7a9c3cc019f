import { z } from 'zod';
import { id, instant } from './primitives.js';

const hand = z.object({ personId: id, organisationId: id });

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
