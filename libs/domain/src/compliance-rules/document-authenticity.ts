import { addDays, localDate } from '../calendar.js';
import { because, gravest, type Explanation, type RuleResult, type RuleVerdict } from './result.js';

/** Another firm's document that is the same file, or an image that looks the same. */
export interface SeenElsewhere {
  readonly documentId: string;
  readonly organisationId: string;
  readonly sameFile: boolean;
}
export interface DocumentTraits {
  readonly elsewhere: readonly SeenElsewhere[];
  /** When it was received whole, an instant. Absent: its clock was judged before, only the visit is asked about. */
  readonly receivedAt?: string | undefined;
  /** When the camera says that a photo was taken, an instant. */
  readonly takenAt?: string | undefined;
  /** The local day of the visit that the photo is to show. */
  readonly visitDate?: string | undefined;
  /** The code of a program for changing PDFs that wrote this one. */
  readonly editor?: string | undefined;
}

/** Clocks are wrong by hours, seldom by more than a day. */
const CLOCK_DAYS = 1;
/** A photo older than this shows what was, not what is. */
const OLD_DAYS = 365;

type Problem = readonly [RuleVerdict, Explanation];

function timeProblems({ takenAt, receivedAt, visitDate }: DocumentTraits): readonly Problem[] {
  if (takenAt === undefined) return [];
  const taken = Date.parse(takenAt);
  if (receivedAt !== undefined && taken > Date.parse(addDays(receivedAt, CLOCK_DAYS)))
    return [['WARN', because('taken-after-upload', { takenAt, receivedAt })]];
  if (visitDate !== undefined && localDate(addDays(takenAt, CLOCK_DAYS)) < visitDate)
    return [['WARN', because('taken-before-visit', { takenAt, visitDate })]];
  if (receivedAt !== undefined && taken < Date.parse(addDays(receivedAt, -OLD_DAYS)))
    return [['WARN', because('taken-long-before', { takenAt, receivedAt })]];
  return [];
}

/**
 * Whether a document is likely what it is said to be (check 15): the same file or image stands for no other firm, its
 * camera's clock is plausible, and no program for changing PDFs wrote it. All of it is for an officer to judge.
 */
export function checkAuthenticity(traits: DocumentTraits): RuleResult {
  const reused = traits.elsewhere.map(({ documentId, organisationId, sameFile }): Problem => {
    const code = sameFile ? 'same-file-at-other-firm' : 'same-image-at-other-firm';
    return ['POTENTIAL', because(code, { documentId, organisationId })];
  });
  const { editor } = traits;
  const problems = [
    ...reused,
    ...timeProblems(traits),
    ...(editor === undefined ? [] : [['WARN', because('written-by-editor', { editor })] as const]),
  ];
  return {
    verdict: gravest(problems.map(([verdict]) => verdict)),
    explanation: problems.map(([, explanation]) => explanation),
  };
}
