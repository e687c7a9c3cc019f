/** A number that is none, or lies outside of what a version may say there. */
export interface NumberProblem {
  readonly pointer: string;
  readonly code: 'number-wrong' | 'whole-number-wrong';
  /** As people write it: shares in per cent. */
  readonly least: number;
  readonly most: number;
}

type Kind = 'whole' | 'any' | 'share';
/** What the API takes at which place; the first that fits counts. */
const BOUNDS: readonly (readonly [place: RegExp, least: number, most: number, kind: Kind])[] = [
  [/^\/checklist\/items\/\d+\/weight$/, 0, 100, 'any'],
  [/^\/checklist\/scoring\/grades\/\d+\/min$/, 0, 100, 'any'],
  [/^\/checklist\/scoring\/sectionFloors\//, 0, 100, 'any'],
  [/^\/checklist\/scoring\/values\//, 0, 1, 'share'],
  [/^\/checklist\/scoring\/maxNotApplicableShare$/, 0, 1, 'share'],
  [/^\/checklist\/scoring\/(?:grades\/\d+\/max|maxOpenCritical$)/, 0, 1000, 'whole'],
  [/^\/validityMonths\//, 1, 60, 'whole'],
  [/^\/certificateGraceDays$/, 0, 365, 'whole'],
  [/^\/maxFailedPilots$/, 1, 10, 'whole'],
  [/^\/max(?:InformationLoops|ReturnsToAuditor|VisitRefusals)$/, 0, 10, 'whole'],
  [/^\/deadlines\/[^/]+\/extendableDays$/, 1, 365, 'whole'],
  [/^\/deadlines\/.*\/days$/, 0, 3660, 'whole'],
  [/^\/deadlines\/.*\/workingDays$/, 0, 260, 'whole'],
  [/^\/deadlines\/.*\/hours$/, 0, 8760, 'whole'],
];

function problemAt(pointer: string, value: number): readonly NumberProblem[] {
  const [, least, most, kind] = BOUNDS.find(([place]) => place.test(pointer)) ?? [];
  if (least === undefined || most === undefined) return [];
  // How long before something is is written as a length below 0.
  const length = pointer.startsWith('/deadlines/') ? Math.abs(value) : value;
  const isFit = length >= least && length <= most && (kind !== 'whole' || Number.isInteger(length));
  if (isFit) return [];
  const shown = kind === 'share' ? 100 : 1;
  return [
    {
      ...{ pointer, code: kind === 'whole' ? 'whole-number-wrong' : 'number-wrong' },
      ...{ least: least * shown, most: most * shown },
    },
  ];
}

/** Numbers in a content that it may not say, by their JSON pointers. */
export function numberProblems(value: unknown, pointer = ''): readonly NumberProblem[] {
  if (typeof value === 'number') return problemAt(pointer, value);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => numberProblems(below, `${pointer}/${key}`));
}
