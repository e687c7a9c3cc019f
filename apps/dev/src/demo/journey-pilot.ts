import { lotPlan } from '#domain';
import { deliver, inspectAndJudge, placePilot } from '../play/roles.js';
import type { Act } from './scene.js';

const SIZE = 1200;

/** How a lot is judged, in words: the sample, what may be found, what was found. */
function verdict(inspection: 'normal' | 'tightened', major: number): string {
  const { major: plan } = lotPlan('TRIMS', SIZE, inspection);
  const said = major <= plan.ac ? 'accepted' : 'rejected';
  return `sample of ${plan.inspect} of ${SIZE}, up to ${plan.ac} major defects allowed, ${major} found: ${said}`;
}

async function inspect(
  act: Act,
  pilotId: string,
  lot: number,
  inspection: 'normal' | 'tightened',
  major: number,
): Promise<void> {
  const { scene, story, id } = act;
  const { mill } = scene.parties;
  const { inspect: inspected } = lotPlan('TRIMS', SIZE, inspection);
  const seen = await story.step(
    mill.requester,
    `inspects lot ${lot} (${inspection}, AQL 1.5): ${verdict(inspection, major)}`,
    () => inspectAndJudge(id, mill, { pilotId, lot, size: SIZE, inspected, major }),
  );
  const found = seen.pilots[pilotId]?.lots.find((l) => l.lot === lot);
  const said = verdict(inspection, major).endsWith('accepted') ? 'accepted' : 'rejected';
  const name = `lot ${lot} under ${inspection} inspection is ${said}`;
  scene.expectations.expect(name, found?.phase === said && found.inspection === inspection, found);
}

/** A pilot order of two lots under AQL; the second lot needs a rework and a tightened inspection. */
export async function playPilot(act: Act): Promise<void> {
  const { scene, story, applicant, id } = act;
  const { mill } = scene.parties;
  let pilotId = '';
  await story.step(
    mill.requester,
    `orders two lots of ${SIZE} as a pilot; the supplier consents and confirms`,
    async () => (pilotId = await placePilot(applicant, id, mill, [SIZE, SIZE])),
  );
  await story.pass(20);
  await story.step(applicant.member, 'delivers both lots', async () => {
    for (const lot of [1, 2]) await deliver(applicant, id, { pilotId, lot, size: SIZE });
  });
  await inspect(act, pilotId, 1, 'normal', 1);
  await inspect(act, pilotId, 2, 'normal', 5);
  await story.step(mill.requester, 'asks for a rework of lot 2', () =>
    mill.requester.api.ask(id, { type: 'request-rework', pilotId, lot: 2 }),
  );
  await story.pass(6);
  await story.step(applicant.member, 'delivers lot 2 again, sorted', () =>
    deliver(applicant, id, { pilotId, lot: 2, size: SIZE }),
  );
  await inspect(act, pilotId, 2, 'tightened', 1);
  const { pilots, stage } = await story.read();
  const result = pilots[pilotId]?.result;
  scene.expectations.expect('one rework makes the pilot order conditional', result === 'conditional', result);
  scene.expectations.expect('the accepted pilot order goes to the buyer', stage === 'approval', stage);
}
