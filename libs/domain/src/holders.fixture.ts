import { ballHolders, type BallHolder } from './ball-holders.js';
import { Walk } from './walk.fixture.js';

/** Who, what, what if not: the office is `office`. */
const line = (h: BallHolder): string =>
  [h.role, h.organisationId ?? (h.role === 'system' ? '' : 'office'), h.what, h.subject, h.otherwise]
    .join(' ')
    .replace(/ +/g, ' ');
export const lines = (walk: Walk): readonly string[] => ballHolders(walk.state).map(line);
export const due = (walk: Walk): string | undefined => ballHolders(walk.state)[0]?.dueAt;

export const submitted = (): Walk => new Walk().must({ type: 'submit-application' }, 'supplier');
export const asked = (): Walk => submitted().must({ type: 'request-information', items: ['x'] }, 'officer');
export const screening = (): Walk => submitted().must({ type: 'accept-application' }, 'officer');
export const assessed = (): Walk => new Walk().toAssessment().checks();
export const assigned = (): Walk =>
  assessed().must({ type: 'assign-auditor', auditorId: 'chan', firmId: 'firm-1' }, 'officer');
