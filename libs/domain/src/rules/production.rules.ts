import type { Actor, Person } from '../actors.js';
import type { CaseState, Pilot, PilotSample } from '../case-state.js';
import { PRODUCTION_RESULTS, SAMPLE_REASONS } from '../commands.js';
import type { Decision } from '../decision.js';
import { SAMPLE_KINDS, type SampleKind } from '../pilot-terms.js';
import { refuse, type Refusal } from '../refusals.js';
import { pilotIn, pilotsIn, samplesMissing, UNDER_WAY } from './pilot-lookup.js';
import { setPilot } from './pilots.js';
import type { Rules } from './rule.js';

type OfSample = { readonly pilotId: string; readonly sample: SampleKind };
const sampleOf = (state: CaseState, { pilotId, sample }: OfSample): PilotSample | undefined =>
  state.pilots[pilotId]?.samples?.[sample];

const sampleIn =
  (...phases: PilotSample['phase'][]) =>
  (state: CaseState, command: OfSample, actor: Actor): Refusal | undefined => {
    const refused = pilotIn('running')(state, command, actor);
    if (refused) return refused;
    const phase = sampleOf(state, command)?.phase;
    return phase && phases.includes(phase) ? undefined : refuse('sample-not-awaited', [command.sample]);
  };
const samplesIn = (state: CaseState, actor: Person, ...phases: PilotSample['phase'][]) =>
  pilotsIn(state, actor, 'running').flatMap(({ pilotId }) =>
    SAMPLE_KINDS.filter((sample) => {
      const phase = sampleOf(state, { pilotId, sample })?.phase;
      return phase !== undefined && phases.includes(phase);
    }).map((sample) => ({ pilotId, sample })),
  );

function setSample(d: Decision, { pilotId, sample }: OfSample, patch: Partial<PilotSample>): void {
  const samples = d.state.pilots[pilotId]?.samples ?? {};
  const before = samples[sample] ?? { phase: 'awaited', evidence: [], rounds: 0 };
  setPilot(d, pilotId, { samples: { ...samples, [sample]: { ...before, ...patch } } });
}

const judgeSample = (d: Decision, command: OfSample, patch: Partial<PilotSample>): void => {
  setSample(d, command, patch);
  d.stop('sample-decision', `${command.pilotId}:${command.sample}`);
};

const inProduction = ({ lots }: Pilot): boolean => lots.some(({ phase }) => phase === 'awaiting-delivery');
const percentRefusal = (percent: number | undefined): Refusal | undefined =>
  percent === undefined || (Number.isInteger(percent) && percent >= 20 && percent <= 80)
    ? undefined
    : refuse('not-applicable-here', ['percentDone']);

/** Samples that come before production, and a look at the goods while they are made (domain 5, flow). */
export const productionRules: Rules<
  'submit-sample' | 'approve-sample' | 'reject-sample' | 'start-production' | 'record-production-check'
> = {
  'submit-sample': {
    by: ['supplier'],
    onBehalf: true,
    in: UNDER_WAY,
    subjects: (state, actor) => samplesIn(state, actor, 'awaited', 'rejected'),
    check: (state, command, actor) =>
      sampleIn('awaited', 'rejected')(state, command, actor) ??
      (command.evidence?.length === 0 ? refuse('not-applicable-here', ['evidence']) : undefined),
    apply: (d, command) => {
      const { pilotId, sample, evidence } = command;
      const rounds = (sampleOf(d.state, command)?.rounds ?? 0) + 1;
      setSample(d, command, { phase: 'submitted', evidence, rounds, reason: undefined });
      d.start('sample-decision', `${pilotId}:${sample}`);
      d.tell('sample-submitted', { pilotId, sample });
    },
  },
  'approve-sample': {
    by: ['buyer-requester'],
    in: UNDER_WAY,
    subjects: (state, actor) => samplesIn(state, actor, 'submitted'),
    check: sampleIn('submitted'),
    apply: (d, command) => {
      judgeSample(d, command, { phase: 'approved' });
      d.tell('sample-approved', { pilotId: command.pilotId, sample: command.sample });
    },
  },
  'reject-sample': {
    by: ['buyer-requester'],
    in: UNDER_WAY,
    subjects: (state, actor) => samplesIn(state, actor, 'submitted'),
    check: (state, command, actor) =>
      sampleIn('submitted')(state, command, actor) ??
      (command.reason === undefined || SAMPLE_REASONS.includes(command.reason)
        ? undefined
        : refuse('not-applicable-here', ['reason'])),
    apply: (d, command) => {
      const { pilotId, sample, reason } = command;
      judgeSample(d, command, { phase: 'rejected', reason });
      d.tell('sample-rejected', { pilotId, sample, reason });
    },
  },
  'start-production': {
    by: ['supplier'],
    onBehalf: true,
    in: UNDER_WAY,
    subjects: (state, actor) => pilotsIn(state, actor, 'running'),
    check: (state, command, actor) => {
      const refused = pilotIn('running')(state, command, actor);
      if (refused) return refused;
      if (state.pilots[command.pilotId]?.productionStartedAt) return refuse('production-started');
      return samplesMissing(state.pilots[command.pilotId]);
    },
    apply: (d, { pilotId }) => {
      setPilot(d, pilotId, { productionStartedAt: d.now });
      d.tell('production-started', { pilotId });
    },
  },
  'record-production-check': {
    by: ['inspector'],
    in: UNDER_WAY,
    subjects: (state, actor) => pilotsIn(state, actor, 'running', 'inspection'),
    check: (state, command, actor) => {
      const refused = pilotIn('running', 'inspection')(state, command, actor);
      if (refused) return refused;
      const pilot = state.pilots[command.pilotId];
      if (!pilot?.productionStartedAt || !inProduction(pilot)) return refuse('production-not-started');
      if (command.result !== undefined && !PRODUCTION_RESULTS.includes(command.result))
        return refuse('not-applicable-here', ['result']);
      return percentRefusal(command.percentDone);
    },
    apply: (d, { pilotId, percentDone, result, evidence }) => {
      setPilot(d, pilotId, { productionCheck: { at: d.now, percentDone, result, evidence } });
      d.tell('production-checked', { pilotId, percentDone, result });
    },
  },
};
