import type { Connection } from '@temporalio/client';
import type { Parties } from '../play/parties.js';
import type { Applicant } from '../play/supplier.js';
import type { Expectations } from './expectations.js';
import type { Story } from './story.js';

/** A case that was played, as the report counts it. */
export interface PlayedCase {
  readonly id: string;
  readonly applicant: Applicant;
  readonly expected: string;
  readonly seconds: number;
}

/** What every part of the demo works with. */
export interface Scene {
  readonly parties: Parties;
  readonly temporal: Connection;
  readonly expectations: Expectations;
  readonly played: PlayedCase[];
  /** Whether suppliers of a file upload a paper each; a bench measures decisions alone. */
  readonly papers: boolean;
  /** Bursts of answers that left events in the history; the events themselves, added up. */
  answerEvents: number;
}

/** One case on the stage, with its teller. */
export interface Act {
  readonly scene: Scene;
  readonly story: Story;
  readonly applicant: Applicant;
  readonly id: string;
}
