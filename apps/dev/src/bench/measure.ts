import type { Connection } from '@temporalio/client';
import { Expectations } from '../demo/expectations.js';
import type { Scene } from '../demo/scene.js';
import { goOnSite, screened } from '../play/roles.js';
import type { Parties } from '../play/parties.js';
import { enterSupplier, fillIn, openCase } from '../play/supplier.js';
import type { Stack } from '../stack/stack.js';
import { timeAnswers, type AnswerTimes } from './answers.js';
import { measureAsks, type CommandCost } from './commands.js';
import { planOf, playOne } from './suppliers.js';

export const sceneFor = (parties: Parties, temporal: Connection): Scene => ({
  parties,
  temporal,
  expectations: new Expectations(),
  played: [],
  papers: false,
  answerEvents: 0,
});

/** Bring a case to its audit and answer one item again and again. */
export async function measureAnswers({ parties }: Scene, stack: Stack): Promise<AnswerTimes> {
  const place = { address: 'Street 0', province: 'KH-12', latitude: 11.9, longitude: 105.4 };
  const profile = { name: 'Bench Answers Co., Ltd.', category: 'TRIMS' as const, ...place };
  const applicant = await enterSupplier(parties, profile);
  const id = await openCase(parties, applicant);
  await fillIn(applicant, id);
  await applicant.member.api.ask(id, { type: 'submit-application' });
  await screened(parties, id);
  await goOnSite(parties, applicant, id);
  const { checklist } = await parties.auditor.api.get<{ checklist: { id: string }[] }>(
    `/v1/qualifications/${id}/audit`,
  );
  const items = checklist.map((item) => item.id);
  return timeAnswers(stack.runtimeUrl, parties.auditor, id, items);
}

/** Milliseconds of decisions while nothing else happens: whole cases, one after the other. */
export async function measureDecisions(scene: Scene, cases: number): Promise<readonly number[]> {
  const { decisions } = scene.parties.costs;
  const from = decisions.length;
  for (let i = 0; i < cases; i++) await playOne(scene, planOf('approve'));
  return decisions.slice(from);
}

export interface Throughput {
  readonly cases: number;
  readonly decisions: number;
  readonly answers: number;
  readonly seconds: number;
}

/** Whole cases at the same time. */
export async function measureThroughput(scene: Scene, cases: number): Promise<Throughput> {
  const { decisions } = scene.parties.costs;
  const [from, since] = [decisions.length, performance.now()];
  await Promise.all(Array.from({ length: cases }, () => playOne(scene, planOf('approve'))));
  const seconds = (performance.now() - since) / 1000;
  return { cases, decisions: decisions.length - from, answers: cases * 38, seconds };
}

/** One case on each road, every decision measured alone. */
export function measureCommands(scene: Scene): Promise<readonly CommandCost[]> {
  const { parties, temporal } = scene;
  return measureAsks(parties.costs, temporal, async () => {
    for (const route of ['rework', 'decline-then-approve', 'reject', 'withdraw'] as const)
      await playOne(scene, planOf(route));
  });
}
