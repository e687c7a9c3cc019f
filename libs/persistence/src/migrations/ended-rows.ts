import type { Ended } from './forgetting.js';

export const daysAfter = (instant: string, kept: number): string =>
  `${instant} < now() - interval '${kept} days'`;

const OPEN_INVITATION = 'accepted_at is null and revoked_at is null';
/** No byte of it was ever kept as a document. */
const NEVER_ARRIVED = `status = 'refused' and sha256 is null and ${daysAfter('created_at', 30)}`;

/** What was forgotten before there was a feed, as `1764000800000` says it; never changed: a later migration adds to it. */
export const ENDED_BEFORE_FEED: readonly Ended[] = [
  {
    what: 'tokens',
    table: 'api_token',
    ended: `${daysAfter('least(expires_at, revoked_at)', 365)}
      and not exists (select from api_token before where before.successor_id = api_token.id)`,
  },
  { what: 'office tasks', table: 'office_task', ended: daysAfter('closed_at', 365) },
  {
    what: 'refused commands',
    table: 'command',
    ended: `status = 'refused' and ${daysAfter('recorded_at', 365)}`,
  },
  {
    what: 'sessions',
    table: 'session',
    ended: daysAfter('least(ended_at, ends_at, last_seen_at + make_interval(secs => idle_seconds))', 30),
  },
  { what: 'phone codes', table: 'phone_code', ended: daysAfter('expires_at', 1) },
  { what: 'messages', table: 'message', ended: daysAfter('created_at', 7) },
  {
    what: 'open invitations',
    table: 'invitation',
    ended: `${OPEN_INVITATION} and ${daysAfter('expires_at', 30)}`,
  },
  {
    what: 'invitations',
    table: 'invitation',
    ended: `not (${OPEN_INVITATION}) and ${daysAfter('coalesce(accepted_at, revoked_at)', 365)}`,
  },
  { what: 'attempts', table: 'rate_limit', ended: daysAfter('expires_at', 1) },
  { what: 'answers', table: 'idempotency_record', ended: daysAfter('expires_at', 0) },
  {
    what: 'links of uploads',
    table: 'document_link',
    ended: `exists (select from document d where d.id = document_link.document_id and ${NEVER_ARRIVED})`,
  },
  {
    what: 'uploads',
    table: 'document',
    ended: `${NEVER_ARRIVED} and not exists (select from document_link l where l.document_id = document.id)`,
  },
];
