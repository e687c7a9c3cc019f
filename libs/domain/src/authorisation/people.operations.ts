import { rule } from './rule.js';
import type { Relation } from './relations.js';

const KNOWN = ['member', 'acquaintance', 'programme-office'] as const satisfies readonly Relation[];
const PERSON_KNOWN = ['self', 'colleague', 'programme-office'] as const satisfies readonly Relation[];
const MANAGERS = ['administrator', 'officer'] as const satisfies readonly Relation[];

/** How people come to belong to an organisation, how those without an e-mail account come in, and what people are told. */
export const peopleOperations = {
  inviteOrganisation: rule('none', 'administer', ['officer']),
  inviteMember: rule('organisation', 'administer', MANAGERS, KNOWN),
  listInvitations: rule('organisation', 'read', ['administrator', 'programme-office'], KNOWN),
  resendInvitation: rule('organisation', 'administer', MANAGERS, KNOWN),
  revokeInvitation: rule('organisation', 'administer', MANAGERS, KNOWN),
  acceptInvitation: rule('none', 'administer', ['signed-in']),
  acceptInvitationByProvider: rule('none', 'read', ['anyone']),

  getAuditorSkills: rule('person', 'read', ['self', 'administrator', 'programme-office'], PERSON_KNOWN),
  setAuditorSkills: rule('person', 'administer', MANAGERS, PERSON_KNOWN),

  setPhone: rule('person', 'administer', ['officer'], PERSON_KNOWN),
  getPhone: rule('person', 'read', ['self', 'programme-office'], PERSON_KNOWN),
  removePhone: rule('person', 'administer', ['officer'], PERSON_KNOWN),
  requestPhoneCode: rule('none', 'read', ['anyone']),
  signInByPhone: rule('none', 'read', ['anyone']),

  listMessages: rule('none', 'read', ['officer']),
  getMyAddresses: rule('none', 'read', ['signed-in']),
  setMyEmail: rule('none', 'administer', ['signed-in']),
  verifyMyEmail: rule('none', 'administer', ['signed-in']),
  removeMyEmail: rule('none', 'administer', ['signed-in']),
  createTelegramLink: rule('none', 'administer', ['signed-in']),
  removeTelegramLink: rule('none', 'administer', ['signed-in']),
  markAddressBounced: rule('person', 'administer', ['officer'], PERSON_KNOWN),
  listMessageDeliveries: rule('none', 'read', ['officer']),
  getUnsubscribe: rule('none', 'read', ['anyone']),
  unsubscribe: rule('none', 'read', ['anyone']),

  listNotifications: rule('none', 'read', ['signed-in']),
  getNotificationSummary: rule('none', 'read', ['signed-in']),
  readNotification: rule('none', 'write', ['signed-in']),
  readNotifications: rule('none', 'write', ['signed-in']),
  getNotificationSettings: rule('none', 'read', ['signed-in']),
  setNotificationSettings: rule('none', 'write', ['signed-in']),
  listSavedFilters: rule('none', 'read', ['signed-in']),
  saveFilter: rule('none', 'write', ['signed-in']),
  removeFilter: rule('none', 'write', ['signed-in']),
  getCalendar: rule('none', 'read', ['signed-in']),
  renewCalendar: rule('none', 'administer', ['signed-in']),
  endCalendar: rule('none', 'administer', ['signed-in']),
  readCalendar: rule('none', 'read', ['anyone']),
};
