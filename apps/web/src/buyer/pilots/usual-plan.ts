import type { QualificationView } from '#client';
import { runsOf, switchedInspection, type CaseState, type Strictness } from '#domain';

/** How strictly the next order is inspected: more strictly after one that failed, or as its lots so far want it. */
export function nextInspection({ pilots }: Pick<QualificationView, 'pilots'>, buyerId: string): Strictness {
  if (Object.values(pilots).some(({ phase }) => phase === 'failed')) return 'tightened';
  const state = { pilots } as unknown as Pick<CaseState, 'pilots'>;
  return switchedInspection(runsOf(state, buyerId)).inspection === 'normal' ? 'normal' : 'tightened';
}
