import { rule } from './rule.js';
import type { Relation } from './relations.js';

/** Who made it, who manages the people of the organisation, and the office. */
const OF_CLIENTS = ['managing', 'officer'] as const satisfies readonly Relation[];

/** What programs ask and say: whether something may be ordered, tokens of OAuth clients, and events that come in. */
export const machineOperations = {
  askApproval: rule('none', 'read', ['buying-member']),
  askApprovals: rule('none', 'read', ['buying-member']),
  setExternalId: rule('none', 'write', ['buying-requester']),
  listExternalIds: rule('none', 'read', ['buying-member']),

  createOauthClient: rule('none', 'administer', OF_CLIENTS),
  listOauthClients: rule('none', 'read', OF_CLIENTS),
  rotateOauthClient: rule('none', 'administer', OF_CLIENTS),
  revokeOauthClient: rule('none', 'administer', OF_CLIENTS),
  issueAccessToken: rule('none', 'read', ['anyone']),
  getOauthMetadata: rule('none', 'read', ['anyone']),

  createInboundSource: rule('none', 'administer', ['buying-requester']),
  listInboundSources: rule('none', 'read', ['buying-requester', 'managing']),
  rotateInboundSource: rule('none', 'administer', ['buying-requester']),
  disableInboundSource: rule('none', 'administer', ['buying-requester', 'managing']),
  receiveInboundEvent: rule('none', 'write', ['anyone']),
  getInboundEvent: rule('none', 'read', ['buying-requester', 'managing']),
};
