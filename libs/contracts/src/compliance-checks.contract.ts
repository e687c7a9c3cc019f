import { CHECK_KINDS, CHECK_TRIGGERS, HAND_SOURCES } from '#domain';
import { z } from 'zod';
import { date, id, instant } from './primitives.js';

const hand = z.object({ personId: id, organisationId: id });

/** In which language explanations are put into words. */
export const WordingQuery = z.strictObject({ language: z.enum(['en', 'km']).default('en') });
export type WordingQuery = z.infer<typeof WordingQuery>;

const lastRun = z.object({
  runId: id,
  verdict: z.string(),
  explanation: z.array(
    z.object({
      code: z.string(),
      params: z.record(z.string(), z.unknown()),
      words: z.string().meta({ description: 'The same in words. Khmer is a draft.' }),
    }),
  ),
  inputHash: z.string(),
  dataSource: z.string(),
  sourceVersion: z.string(),
  ranAt: instant,
  expiresAt: instant.nullable(),
});
const nextRun = z.object({
  at: instant.nullable().meta({ description: 'Null: as soon as a worker has time.' }),
  why: z.enum(['requested', 'could-not-run', 'new-year', 'expiry']),
});

export const ComplianceCheckView = z
  .object({
    kind: z.enum(CHECK_KINDS),
    number: z.int().meta({ description: 'Its row in the list of the eighteen checks.' }),
    sections: z.array(z.string()).meta({ description: 'Sections of the application that it reads.' }),
    inputs: z.array(z.string()).meta({ description: 'What it reads beside sections.' }),
    source: z.string().meta({ description: 'Where its data come from.' }),
    triggers: z.array(z.enum(CHECK_TRIGGERS)).meta({ description: 'What makes it run again.' }),
    decides: z
      .enum(['machine', 'officer'])
      .meta({ description: 'Who speaks first; officers may always judge.' }),
    verdict: z.string(),
    expiresAt: instant.nullable(),
    lastRun: lastRun.nullable(),
    nextRun: nextRun.nullable(),
    seen: z
      .object({ source: z.enum(HAND_SOURCES), retrievedOn: date, evidenceId: id.optional() })
      .nullable()
      .meta({ description: 'Where and when an officer looked it up by hand.' }),
    decidedBy: hand.nullable(),
  })
  .meta({ id: 'ComplianceCheckView' });
export const ComplianceCheckList = z
  .object({ items: z.array(ComplianceCheckView) })
  .meta({ id: 'ComplianceCheckList' });
