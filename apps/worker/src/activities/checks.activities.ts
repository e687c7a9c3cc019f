import type { CheckKind } from '#domain';
import {
  canonicalText,
  evidenceOfCase,
  keepCheckRuns,
  loadCheckData,
  sha256Hex,
  type CaseEvidence,
  type CheckRun,
  type Database,
  type PersonalData,
} from '#persistence';
import type { Logger } from '#platform';
import type { Activities } from '#workflows';
import type { CheckContext } from '../checks/check.js';
import { CHECKS } from '../checks/registry.js';

/** Optional fields that were never given have no place in a canonical text. */
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

async function runOne(kind: CheckKind, context: CheckContext, logger: Logger): Promise<CheckRun> {
  try {
    const check = CHECKS[kind];
    if (!check) throw new Error(`no check ${kind}`);
    const { input, ...answer } = await check(context);
    return { kind, ...answer, inputHash: sha256Hex(canonicalText(json(input))) };
  } catch (err) {
    logger.error({ err, kind }, 'a compliance check could not run');
    const source = { inputHash: '', dataSource: 'none', sourceVersion: 'none' };
    return { kind, verdict: 'ERROR', explanation: [{ code: 'check-could-not-run', params: {} }], ...source };
  }
}

/** Run the checks of one case beside each other. What cannot run is ERROR, never PASS. */
export const checksActivity =
  (
    db: Database,
    personal: PersonalData,
    world: Pick<CheckContext, 'screening' | 'sources'>,
    logger: Logger,
  ): Activities['runChecks'] =>
  async ({ qualificationId, runId, checks, at }) => {
    const data = await loadCheckData(db, personal, qualificationId);
    let found: Promise<CaseEvidence> | undefined;
    const evidence = (): Promise<CaseEvidence> => (found ??= evidenceOfCase(db, qualificationId));
    const context: CheckContext = { data, at, db, personal, evidence, ...world };
    const results = await Promise.all(checks.map((kind) => runOne(kind, context, logger)));
    await keepCheckRuns(
      db,
      { runId, qualificationId, at, readAt: data.readAt },
      results.map((r) => json(r) as CheckRun),
    );
  };
