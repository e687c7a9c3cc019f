import { CALLED_NUMBERS, CONSENT_SECTIONS, REJECTION_REASONS } from '#domain';
import { z } from 'zod';
import { instant } from '../primitives.js';
import { buyer, check, checkResult, digest, event, items, perhaps, revision } from './event-fields.js';

const checks = z.array(check).max(100);
const hit = { check, hit: digest };

/** The application, the compliance checks, and who may read. */
export const APPLICATION_EVENTS = {
  'qualification-opened': event('A supplier opened a case for one of its sites and an input category.', {
    category: z.enum(['YARN_FABRIC', 'TRIMS', 'CHEMICALS', 'LEATHER', 'PACKAGING', 'SERVICES']),
  }),
  'application-submitted': event('The supplier handed its application in.', {}),
  'information-requested': event('The programme office asked about parts of the application.', { items }),
  'application-resubmitted': event(
    'The supplier answered what it was asked and handed its application in again.',
    {},
  ),
  'application-accepted': event('The programme office found the application complete; screening begins.', {}),
  'checks-requested': event('Compliance checks are to be run, for the first time or again.', { checks }),
  'checks-recorded': event('Compliance checks were run, and their results are in the case.', {
    checks,
    results: perhaps(z.array(checkResult).max(100)),
  }),
  'check-awaits-officer': event('A compliance check came to no result by itself and waits for an officer.', {
    check,
  }),
  'check-resolved': event(
    'A compliance check has a verdict, by an officer or by the end of what it stood on.',
    {
      check,
      verdict: z.enum(['PASS', 'WARN', 'FAIL', 'WAIVED', 'FAIL-PROPOSED']),
    },
  ),
  'check-failure-confirmed': event('A second officer confirmed that a compliance check failed.', { check }),
  'hit-clearing-proposed': event(
    'An officer says that a hit on a list means somebody else; a second one must agree.',
    hit,
  ),
  'hit-cleared': event('A hit on a list means somebody else.', hit),
  'bank-change-announced': event(
    'The supplier wants to be paid on another account; the old one stands until that is confirmed.',
    {
      revision,
    },
  ),
  'bank-change-called-back': event(
    'An officer called a number known before, and the other bank account was confirmed there.',
    {
      revision,
      called: z.enum(CALLED_NUMBERS),
    },
  ),
  'bank-change-denied': event(
    'Nobody at the number known before knows of the other bank account; the old one stands.',
    {
      revision,
    },
  ),
  'bank-account-changed': event('The other bank account is in force.', { revision }),
  'screening-cleared': event('The knock-out checks are clear.', {}),
  'assessment-started': event('Audit and compliance checks begin, side by side.', {}),
  'rejection-proposed': event('An officer or reviewer wants the case rejected; a second one decides.', {
    reason: z.enum(REJECTION_REASONS),
  }),
  'rejection-dismissed': event('The second officer did not agree to the rejection; the case goes on.', {}),
  'consent-given': event('The supplier lets a buyer read.', {
    ...buyer,
    sections: perhaps(z.array(z.enum(CONSENT_SECTIONS)).max(100)),
    validUntil: perhaps(instant),
  }),
  'consent-withdrawn': event('The supplier took its consent back; the buyer reads no more.', buyer),
  'consent-expired': event('The time of a consent ran out; the buyer reads no more.', buyer),
  'consent-ended': event('The case ended, and the consent with it.', buyer),
} as const;
