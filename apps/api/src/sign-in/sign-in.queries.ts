import { statement } from '#persistence';

/** $1 hash of an invitation's secret, $2 issuer, $3 subject, $4 and $5 ids of a person and an identity that may be new. */
export const ACCEPT_AS = statement(
  'invitation-accept-as',
  `select person_id as "personId", organisation_id as "organisationId" from accept_invitation_as($1, $2, $3, $4, $5)`,
);

export const PERSON_OF_IDENTITY = statement(
  'identity-person',
  `select person_id as "personId", organisation_id as "organisationId" from person_of_identity($1, $2)`,
);
