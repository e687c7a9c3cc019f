import { answerAll, type Evidence, type Weaknesses } from '../play/roles.js';
import type { Scene } from './scene.js';
import { quietLength } from './workflow-history.js';

/** Answer the whole checklist and note whether that left anything in the workflow's history. Returns the number of items. */
export async function answerMeasured(
  scene: Scene,
  id: string,
  weaknesses?: Weaknesses,
  evidence?: Evidence,
  leaveOut: readonly string[] = [],
): Promise<number> {
  const before = await quietLength(scene.temporal, id);
  const answered = await answerAll(scene.parties, id, weaknesses, evidence, leaveOut);
  scene.answerEvents += (await quietLength(scene.temporal, id)) - before;
  return answered;
}
