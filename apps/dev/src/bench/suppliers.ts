import { OUTCOME_PLAN, type PlannedOutcome, type Route } from '../demo/outcome-plan.js';
import { playSupplier } from '../demo/play-plan.js';
import type { Scene } from '../demo/scene.js';

/** Invented suppliers, each a few kilometres from the next so that nobody looks like a double. */
const supplier = (n: number) => ({
  name: `Bench Supplier ${n} Co., Ltd.`,
  address: `Street ${n}`,
  latitude: 11.2 + n * 0.02,
  longitude: 104.7,
});
let entered = 0;

/** The first plan of the demo that takes this road. */
export function planOf(route: Route): PlannedOutcome {
  const planned = OUTCOME_PLAN.find((plan) => plan.route === route);
  if (!planned) throw new Error(`no plan has the route ${route}`);
  return planned;
}

/** Play one more supplier. Returns the id of its case. */
export async function playOne(scene: Scene, planned: PlannedOutcome): Promise<string> {
  const { played, failure } = await playSupplier(scene, supplier(++entered), planned);
  if (failure || !played) throw new Error(failure ?? 'no case was opened');
  return played.id;
}
