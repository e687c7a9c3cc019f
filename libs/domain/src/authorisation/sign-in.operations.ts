import { rule } from './rule.js';
import type { Relation } from './relations.js';

const PERSON_KNOWN = ['self', 'colleague', 'programme-office'] as const satisfies readonly Relation[];

/** How people come in, as whom, and how they leave. */
export const signInOperations = {
  signIn: rule('none', 'read', ['anyone']),
  completeSignIn: rule('none', 'read', ['anyone']),
  signOut: rule('none', 'read', ['signed-in']),
  switchOrganisation: rule('none', 'read', ['signed-in']),
  listSessions: rule('person', 'read', ['self', 'programme-office'], PERSON_KNOWN),
  endSessions: rule('person', 'administer', ['self', 'officer'], PERSON_KNOWN),
  endSession: rule('session', 'administer', ['self', 'programme-office']),

  addIdentity: rule('person', 'administer', ['officer'], PERSON_KNOWN),
  listIdentities: rule('person', 'read', ['self', 'programme-office'], PERSON_KNOWN),
  removeIdentity: rule('person', 'administer', ['officer'], PERSON_KNOWN),

  enrolSecondFactor: rule('none', 'administer', ['signed-in']),
  confirmSecondFactor: rule('none', 'administer', ['signed-in']),
  verifySecondFactor: rule('none', 'read', ['signed-in']),
  removeSecondFactor: rule('person', 'administer', ['self', 'officer'], PERSON_KNOWN),
};
