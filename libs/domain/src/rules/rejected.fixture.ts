import type { CommandOf } from '../commands.js';
import { NONCONFORM, Walk } from '../walk.fixture.js';

export const CONFIRM = { type: 'confirm-rejection' } as const;
export const bad = (...items: string[]): Walk =>
  new Walk().answer(Object.fromEntries(items.map((id) => [id, NONCONFORM])));
export const propose = (reason: CommandOf<'propose-rejection'>['reason']) =>
  ({ type: 'propose-rejection', reason }) as const;
/** Rejected after the audit: four open criticals are a grade E. */
export const failed = (): Walk =>
  bad('BL-01', 'BL-02', 'SL-03', 'SL-05')
    .toReview()
    .must(propose('grade'), 'reviewer')
    .must(CONFIRM, 'officer');
/** Rejected in screening, before anybody was on site. */
export const knockedOut = (): Walk =>
  new Walk()
    .must({ type: 'submit-application' }, 'supplier')
    .must({ type: 'accept-application' }, 'officer')
    .must(propose('forged-document'), 'officer')
    .must(CONFIRM, 'officer2');
export const correcting = (...items: string[]): Walk =>
  bad(...(items.length > 0 ? items : ['CD-01']))
    .toReview()
    .must({ type: 'require-corrective-actions' }, 'reviewer');
