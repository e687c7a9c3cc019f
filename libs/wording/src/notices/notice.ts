import type { EventType } from '#domain';

/** What somebody is written to about: the kinds of a notification, and what is sent to make an account work. */
export const NOTICE_KINDS = [
  'task',
  'happened',
  'legal',
  'reminder',
  'escalation',
  'digest',
  'endpoint-disabled',
  'invitation',
  'sign-in-code',
  'email-verification',
  'telegram-linked',
  'telegram-unlinked',
  'telegram-refused',
  'unsubscribe',
  'unsubscribed',
  'test',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * What a message is made of: codes, numbers and dates. Of its `params` are read
 * - for `task`, `happened` and `legal`: the data of the event, and of a duty what its `BallHolder` has: `what`, `otherwise`,
 *   `dueAt`; `tasks`, where this duty is the first of several;
 * - for `reminder` and `escalation`: `deadline` (its key) and `dueAt` as the event has them, and the same of the duty;
 * - for `digest`: `lines`, a list of notices, or of texts made by `noticeText` before;
 * - for `endpoint-disabled`: `reason` (`gone`, or else it failed for too long);
 * - for `invitation`: `organisation` (its name) and `dueAt`; for `sign-in-code` and `email-verification`: `code`.
 */
export interface Notice {
  readonly kind: string;
  /** The event that it is about. */
  readonly type?: EventType | string | null | undefined;
  readonly params: Readonly<Record<string, unknown>>;
  readonly caseNumber?: string | null | undefined;
  /** Where the reader goes on; an empty one is not said. */
  readonly link: string;
}
export interface NoticeText {
  /** At most 60 characters, without a line break. */
  readonly subject: string;
  readonly text: string;
}
