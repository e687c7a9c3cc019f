import { CHECK_KINDS, CHECK_TRIGGERS, CLEARING_REASONS, HAND_SOURCES } from '#domain';
import { z } from 'zod';
import { date, id, instant } from './primitives.js';

const hand = z.object({ personId: id, organisationId: id });

/** In which language explanations are put into words. */
export const WordingQuery = z.strictObject({ language: z.enum(['en', 'km', 'zh']).default('en') });
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
const side = z.array(z.string());
const nameKind = z.enum(['person', 'entity']);
/** A party of the case and an entry of a list that may be the same, and why. */
export const screeningHit = z.object({
  id: z.string().meta({ description: 'A digest of both sides: another one when either changes.' }),
  subject: z.string().meta({ description: '`firm`, `bank`, `owner:<id>` or `material:<id>`.' }),
  band: z.enum(['strong', 'potential', 'corroborated']),
  status: z.enum(['open', 'clearing-proposed', 'cleared']),
  officers: z.int().meta({ description: 'How many must say that it means somebody else.' }),
  list: z.string().nullable(),
  entryId: z.string().nullable(),
  matched: z.string().nullable().meta({ description: 'What kind of name: primary, aka or weak.' }),
  match: z
    .object({
      listVersion: z.string(),
      asked: z
        .object({
          name: z.string(),
          kind: nameKind,
          country: z.string().optional(),
          birthYear: z.int().optional(),
        })
        .optional()
        .meta({ description: 'Whom was looked for. Absent in runs of before it was kept.' }),
      entry: z
        .object({
          kind: nameKind,
          countries: side,
          births: z.array(z.object({ from: z.int(), to: z.int() })),
        })
        .optional()
        .meta({ description: 'What the list says beside the name. Absent in runs of before it was kept.' }),
      name: z.string().meta({ description: 'As the list prints it.' }),
      score: z.number(),
      words: z.array(
        z.object({ asked: z.string(), listed: z.string(), similarity: z.number(), likeness: z.string() }),
      ),
      unmatched: z.object({ asked: side, listed: side }),
      parts: z.array(
        z.object({ feature: z.string(), value: z.number(), weight: z.number(), contribution: z.number() }),
      ),
      agrees: side,
      disagrees: side,
      reasons: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) })),
    })
    .nullable()
    .meta({ description: 'Null when the data of the person were erased.' }),
  reason: z.enum(CLEARING_REASONS).nullable(),
  proposedBy: hand.nullable(),
  confirmedBy: hand.nullable(),
});
export type ScreeningHitView = z.infer<typeof screeningHit>;
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
    hits: z.array(screeningHit).meta({ description: 'Names that a list may mean; for officers only.' }),
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
