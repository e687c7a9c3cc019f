/** Why a case does not go on, or waits longer than anybody planned. */
export const STUCK_REASONS = [
  /** No buyer has come in time. */
  'parked',
  /** Its workflow is lost. */
  'workflow-missing',
  /** A step of one of its deadlines is due, and was not taken. */
  'clock-behind',
  /** Something was asked of it and is not decided. */
  'command-pending',
  /** A check could not run. */
  'check-error',
  /** Something that happened could not be told. */
  'event-parked',
  /** A document of it cannot be examined, or is lost. */
  'document-not-examined',
  'document-bytes-missing',
  /** A deadline was counted without the holidays of a year. */
  'holidays-missing',
] as const;
export type StuckReason = (typeof STUCK_REASONS)[number];
