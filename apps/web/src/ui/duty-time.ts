import type { BallHolderView } from '#client';

/** Duties whose day is known for years: nobody has to do anything about them before it comes near. */
const LONG_KNOWN = ['renew-qualification', 'renew-certificate', 'renew-external-report'];
const NEAR_MS = 90 * 86_400_000;

/** Whether a duty waits for somebody, and is not to be done yet. */
export const isLater = ({ what, dueAt }: Pick<BallHolderView, 'what' | 'dueAt'>, now = Date.now()): boolean =>
  LONG_KNOWN.includes(what) && dueAt !== undefined && Date.parse(dueAt) - now > NEAR_MS;
