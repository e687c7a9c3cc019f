/** Inspection levels: special S-1 to S-4 for tests that destroy goods, general I to III. */
export const INSPECTION_LEVELS = ['S-1', 'S-2', 'S-3', 'S-4', 'I', 'II', 'III'] as const;
export type InspectionLevel = (typeof INSPECTION_LEVELS)[number];
export type Inspection = 'normal' | 'tightened' | 'reduced';

// prettier-ignore
export const CODE_LETTERS = [
  'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R',
] as const;
export type CodeLetter = (typeof CODE_LETTERS)[number];
/** Tightened inspection has one plan below letter R. */
export type PlanLetter = CodeLetter | 'S';

/** Acceptance quality limits. Up to 10: per cent nonconforming or nonconformities per 100 units; above: the latter only. */
// prettier-ignore
export const AQLS = [
  '0.010', '0.015', '0.025', '0.040', '0.065', '0.10', '0.15', '0.25', '0.40', '0.65', '1.0', '1.5', '2.5', '4.0', '6.5', '10',
  '15', '25', '40', '65', '100', '150', '250', '400', '650', '1000',
] as const;
export type Aql = (typeof AQLS)[number];

/**
 * Code letters by lot size, one letter per inspection level in the order of INSPECTION_LEVELS.
 * Source: MIL-STD-105E Table I (public domain), the same as ANSI/ASQ Z1.4 Table I and ISO 2859-1 Table 1;
 * 105 of 105 cells equal in two independent transcriptions.
 */
export const CODE_LETTER_RANGES: readonly { readonly lotMax: number; readonly letters: string }[] = [
  { lotMax: 8, letters: 'A A A A A A B' },
  { lotMax: 15, letters: 'A A A A A B C' },
  { lotMax: 25, letters: 'A A B B B C D' },
  { lotMax: 50, letters: 'A B B C C D E' },
  { lotMax: 90, letters: 'B B C C C E F' },
  { lotMax: 150, letters: 'B B C D D F G' },
  { lotMax: 280, letters: 'B C D E E G H' },
  { lotMax: 500, letters: 'B C D E F H J' },
  { lotMax: 1200, letters: 'C C E F G J K' },
  { lotMax: 3200, letters: 'C D E G H K L' },
  { lotMax: 10000, letters: 'C D F G J L M' },
  { lotMax: 35000, letters: 'C D F H K M N' },
  { lotMax: 150000, letters: 'D E G J L N P' },
  { lotMax: 500000, letters: 'D E G J M P Q' },
  { lotMax: Infinity, letters: 'D E H K N Q R' },
];

/** One master table: sample size by plan letter, and per code letter one cell per AQL in the order of AQLS. */
export interface PlanTable {
  readonly sampleSizes: Readonly<Partial<Record<PlanLetter, number>>>;
  /** Cells `<plan letter><Ac>/<Re>`, arrows resolved: n, Ac and Re all come from the row of the plan letter. */
  readonly rows: Readonly<Record<CodeLetter, string>>;
}

/**
 * Single sampling, normal inspection. Source: MIL-STD-105E Table II-A (public domain) = ANSI/ASQ Z1.4.
 * 416 of 416 cells (n, Ac, Re) equal to an independent transcription.
 */
export const NORMAL_PLANS: PlanTable = {
  sampleSizes: {
    A: 2,
    B: 3,
    C: 5,
    D: 8,
    E: 13,
    F: 20,
    G: 32,
    H: 50,
    J: 80,
    K: 125,
    L: 200,
    M: 315,
    N: 500,
    P: 800,
    Q: 1250,
    R: 2000,
  },
  rows: {
    A: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   G0/1   F0/1   E0/1   D0/1   C0/1   B0/1   A0/1   C1/2   B1/2   A1/2   A2/3   A3/4   A5/6   A7/8   A10/11 A14/15 A21/22 A30/31',
    B: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   G0/1   F0/1   E0/1   D0/1   C0/1   B0/1   A0/1   C1/2   B1/2   B2/3   B3/4   B5/6   B7/8   B10/11 B14/15 B21/22 B30/31 B44/45',
    C: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   G0/1   F0/1   E0/1   D0/1   C0/1   B0/1   D1/2   C1/2   C2/3   C3/4   C5/6   C7/8   C10/11 C14/15 C21/22 C30/31 C44/45 B44/45',
    D: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   G0/1   F0/1   E0/1   D0/1   C0/1   E1/2   D1/2   D2/3   D3/4   D5/6   D7/8   D10/11 D14/15 D21/22 D30/31 D44/45 C44/45 B44/45',
    E: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   G0/1   F0/1   E0/1   D0/1   F1/2   E1/2   E2/3   E3/4   E5/6   E7/8   E10/11 E14/15 E21/22 E30/31 E44/45 D44/45 C44/45 B44/45',
    F: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   G0/1   F0/1   E0/1   G1/2   F1/2   F2/3   F3/4   F5/6   F7/8   F10/11 F14/15 F21/22 E21/22 E30/31 E44/45 D44/45 C44/45 B44/45',
    G: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   G0/1   F0/1   H1/2   G1/2   G2/3   G3/4   G5/6   G7/8   G10/11 G14/15 G21/22 F21/22 E21/22 E30/31 E44/45 D44/45 C44/45 B44/45',
    H: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   G0/1   J1/2   H1/2   H2/3   H3/4   H5/6   H7/8   H10/11 H14/15 H21/22 G21/22 F21/22 E21/22 E30/31 E44/45 D44/45 C44/45 B44/45',
    J: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   K1/2   J1/2   J2/3   J3/4   J5/6   J7/8   J10/11 J14/15 J21/22 H21/22 G21/22 F21/22 E21/22 E30/31 E44/45 D44/45 C44/45 B44/45',
    K: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 L1/2   K1/2   K2/3   K3/4   K5/6   K7/8   K10/11 K14/15 K21/22 J21/22 H21/22 G21/22 F21/22 E21/22 E30/31 E44/45 D44/45 C44/45 B44/45',
    L: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 M1/2 L1/2   L2/3   L3/4   L5/6   L7/8   L10/11 L14/15 L21/22 K21/22 J21/22 H21/22 G21/22 F21/22 E21/22 E30/31 E44/45 D44/45 C44/45 B44/45',
    M: 'Q0/1 P0/1 N0/1 M0/1 L0/1 N1/2 M1/2 M2/3   M3/4   M5/6   M7/8   M10/11 M14/15 M21/22 L21/22 K21/22 J21/22 H21/22 G21/22 F21/22 E21/22 E30/31 E44/45 D44/45 C44/45 B44/45',
    N: 'Q0/1 P0/1 N0/1 M0/1 P1/2 N1/2 N2/3 N3/4   N5/6   N7/8   N10/11 N14/15 N21/22 M21/22 L21/22 K21/22 J21/22 H21/22 G21/22 F21/22 E21/22 E30/31 E44/45 D44/45 C44/45 B44/45',
    P: 'Q0/1 P0/1 N0/1 Q1/2 P1/2 P2/3 P3/4 P5/6   P7/8   P10/11 P14/15 P21/22 N21/22 M21/22 L21/22 K21/22 J21/22 H21/22 G21/22 F21/22 E21/22 E30/31 E44/45 D44/45 C44/45 B44/45',
    Q: 'Q0/1 P0/1 R1/2 Q1/2 Q2/3 Q3/4 Q5/6 Q7/8   Q10/11 Q14/15 Q21/22 P21/22 N21/22 M21/22 L21/22 K21/22 J21/22 H21/22 G21/22 F21/22 E21/22 E30/31 E44/45 D44/45 C44/45 B44/45',
    R: 'Q0/1 P0/1 R1/2 R2/3 R3/4 R5/6 R7/8 R10/11 R14/15 R21/22 Q21/22 P21/22 N21/22 M21/22 L21/22 K21/22 J21/22 H21/22 G21/22 F21/22 E21/22 E30/31 E44/45 D44/45 C44/45 B44/45',
  },
};

/**
 * Single sampling, tightened inspection. Source: MIL-STD-105E Table II-B (public domain) = ANSI/ASQ Z1.4.
 * 416 of 416 cells equal; gap cells point down (letter H at 0.65 is n = 125, Ac 1).
 */
export const TIGHTENED_PLANS: PlanTable = {
  sampleSizes: {
    A: 2,
    B: 3,
    C: 5,
    D: 8,
    E: 13,
    F: 20,
    G: 32,
    H: 50,
    J: 80,
    K: 125,
    L: 200,
    M: 315,
    N: 500,
    P: 800,
    Q: 1250,
    R: 2000,
    S: 3150,
  },
  rows: {
    A: 'R0/1 Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   G0/1   F0/1   E0/1   D0/1   C0/1   B0/1   D1/2   C1/2   B1/2   A1/2   A2/3   A3/4   A5/6   A8/9   A12/13 A18/19 A27/28',
    B: 'R0/1 Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   G0/1   F0/1   E0/1   D0/1   C0/1   B0/1   D1/2   C1/2   B1/2   B2/3   B3/4   B5/6   B8/9   B12/13 B18/19 B27/28 B41/42',
    C: 'R0/1 Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   G0/1   F0/1   E0/1   D0/1   C0/1   E1/2   D1/2   C1/2   C2/3   C3/4   C5/6   C8/9   C12/13 C18/19 C27/28 C41/42 B41/42',
    D: 'R0/1 Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   G0/1   F0/1   E0/1   D0/1   F1/2   E1/2   D1/2   D2/3   D3/4   D5/6   D8/9   D12/13 D18/19 D27/28 D41/42 C41/42 B41/42',
    E: 'R0/1 Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   G0/1   F0/1   E0/1   G1/2   F1/2   E1/2   E2/3   E3/4   E5/6   E8/9   E12/13 E18/19 E27/28 E41/42 D41/42 C41/42 B41/42',
    F: 'R0/1 Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   G0/1   F0/1   H1/2   G1/2   F1/2   F2/3   F3/4   F5/6   F8/9   F12/13 F18/19 E18/19 E27/28 E41/42 D41/42 C41/42 B41/42',
    G: 'R0/1 Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   G0/1   J1/2   H1/2   G1/2   G2/3   G3/4   G5/6   G8/9   G12/13 G18/19 F18/19 E18/19 E27/28 E41/42 D41/42 C41/42 B41/42',
    H: 'R0/1 Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1   K1/2   J1/2   H1/2   H2/3   H3/4   H5/6   H8/9   H12/13 H18/19 G18/19 F18/19 E18/19 E27/28 E41/42 D41/42 C41/42 B41/42',
    J: 'R0/1 Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 L1/2   K1/2   J1/2   J2/3   J3/4   J5/6   J8/9   J12/13 J18/19 H18/19 G18/19 F18/19 E18/19 E27/28 E41/42 D41/42 C41/42 B41/42',
    K: 'R0/1 Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 M1/2 L1/2   K1/2   K2/3   K3/4   K5/6   K8/9   K12/13 K18/19 J18/19 H18/19 G18/19 F18/19 E18/19 E27/28 E41/42 D41/42 C41/42 B41/42',
    L: 'R0/1 Q0/1 P0/1 N0/1 M0/1 L0/1 N1/2 M1/2 L1/2   L2/3   L3/4   L5/6   L8/9   L12/13 L18/19 K18/19 J18/19 H18/19 G18/19 F18/19 E18/19 E27/28 E41/42 D41/42 C41/42 B41/42',
    M: 'R0/1 Q0/1 P0/1 N0/1 M0/1 P1/2 N1/2 M1/2 M2/3   M3/4   M5/6   M8/9   M12/13 M18/19 L18/19 K18/19 J18/19 H18/19 G18/19 F18/19 E18/19 E27/28 E41/42 D41/42 C41/42 B41/42',
    N: 'R0/1 Q0/1 P0/1 N0/1 Q1/2 P1/2 N1/2 N2/3 N3/4   N5/6   N8/9   N12/13 N18/19 M18/19 L18/19 K18/19 J18/19 H18/19 G18/19 F18/19 E18/19 E27/28 E41/42 D41/42 C41/42 B41/42',
    P: 'R0/1 Q0/1 P0/1 R1/2 Q1/2 P1/2 P2/3 P3/4 P5/6   P8/9   P12/13 P18/19 N18/19 M18/19 L18/19 K18/19 J18/19 H18/19 G18/19 F18/19 E18/19 E27/28 E41/42 D41/42 C41/42 B41/42',
    Q: 'R0/1 Q0/1 S1/2 R1/2 Q1/2 Q2/3 Q3/4 Q5/6 Q8/9   Q12/13 Q18/19 P18/19 N18/19 M18/19 L18/19 K18/19 J18/19 H18/19 G18/19 F18/19 E18/19 E27/28 E41/42 D41/42 C41/42 B41/42',
    R: 'R0/1 Q0/1 S1/2 R1/2 R2/3 R3/4 R5/6 R8/9 R12/13 R18/19 Q18/19 P18/19 N18/19 M18/19 L18/19 K18/19 J18/19 H18/19 G18/19 F18/19 E18/19 E27/28 E41/42 D41/42 C41/42 B41/42',
  },
};

/**
 * Single sampling, reduced inspection. Source: MIL-STD-105E Table II-C (public domain) = ANSI/ASQ Z1.4.
 * Ac and Re leave a gap: between them the lot is accepted and the next one is inspected normally. ISO 2859-1:1999
 * has no such gap: results from this table are MIL-STD-105E / Z1.4 reduced, not ISO 2859-1 reduced.
 */
export const REDUCED_PLANS: PlanTable = {
  sampleSizes: {
    A: 2,
    B: 2,
    C: 2,
    D: 3,
    E: 5,
    F: 8,
    G: 13,
    H: 20,
    J: 32,
    K: 50,
    L: 80,
    M: 125,
    N: 200,
    P: 315,
    Q: 500,
    R: 800,
  },
  rows: {
    A: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1 G0/1  F0/1   E0/1   D0/1   C0/1   B0/1   A0/1   C0/2   B0/2   A1/2   A2/3   A3/4   A5/6   A7/8   A10/11 A14/15 A21/22 A30/31',
    B: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1 G0/1  F0/1   E0/1   D0/1   C0/1   B0/1   A0/1   C0/2   B0/2   B1/3   B2/4   B3/5   B5/6   B7/8   B10/11 B14/15 B21/22 B30/31',
    C: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1 G0/1  F0/1   E0/1   D0/1   C0/1   B0/1   D0/2   C0/2   C1/3   C1/4   C2/5   C3/6   C5/8   C7/10  C10/13 C14/17 C21/24 B30/31',
    D: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1 G0/1  F0/1   E0/1   D0/1   C0/1   E0/2   D0/2   D1/3   D1/4   D2/5   D3/6   D5/8   D7/10  D10/13 D14/17 D21/24 C21/24 B30/31',
    E: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1 G0/1  F0/1   E0/1   D0/1   F0/2   E0/2   E1/3   E1/4   E2/5   E3/6   E5/8   E7/10  E10/13 E14/17 E21/24 D21/24 C21/24 B30/31',
    F: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1 G0/1  F0/1   E0/1   G0/2   F0/2   F1/3   F1/4   F2/5   F3/6   F5/8   F7/10  F10/13 E10/13 E14/17 E21/24 D21/24 C21/24 B30/31',
    G: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1 G0/1  F0/1   H0/2   G0/2   G1/3   G1/4   G2/5   G3/6   G5/8   G7/10  G10/13 F10/13 E10/13 E14/17 E21/24 D21/24 C21/24 B30/31',
    H: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1 G0/1  J0/2   H0/2   H1/3   H1/4   H2/5   H3/6   H5/8   H7/10  H10/13 G10/13 F10/13 E10/13 E14/17 E21/24 D21/24 C21/24 B30/31',
    J: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 H0/1 K0/2  J0/2   J1/3   J1/4   J2/5   J3/6   J5/8   J7/10  J10/13 H10/13 G10/13 F10/13 E10/13 E14/17 E21/24 D21/24 C21/24 B30/31',
    K: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 J0/1 L0/2 K0/2  K1/3   K1/4   K2/5   K3/6   K5/8   K7/10  K10/13 J10/13 H10/13 G10/13 F10/13 E10/13 E14/17 E21/24 D21/24 C21/24 B30/31',
    L: 'Q0/1 P0/1 N0/1 M0/1 L0/1 K0/1 M0/2 L0/2 L1/3  L1/4   L2/5   L3/6   L5/8   L7/10  L10/13 K10/13 J10/13 H10/13 G10/13 F10/13 E10/13 E14/17 E21/24 D21/24 C21/24 B30/31',
    M: 'Q0/1 P0/1 N0/1 M0/1 L0/1 N0/2 M0/2 M1/3 M1/4  M2/5   M3/6   M5/8   M7/10  M10/13 L10/13 K10/13 J10/13 H10/13 G10/13 F10/13 E10/13 E14/17 E21/24 D21/24 C21/24 B30/31',
    N: 'Q0/1 P0/1 N0/1 M0/1 P0/2 N0/2 N1/3 N1/4 N2/5  N3/6   N5/8   N7/10  N10/13 M10/13 L10/13 K10/13 J10/13 H10/13 G10/13 F10/13 E10/13 E14/17 E21/24 D21/24 C21/24 B30/31',
    P: 'Q0/1 P0/1 N0/1 Q0/2 P0/2 P1/3 P1/4 P2/5 P3/6  P5/8   P7/10  P10/13 N10/13 M10/13 L10/13 K10/13 J10/13 H10/13 G10/13 F10/13 E10/13 E14/17 E21/24 D21/24 C21/24 B30/31',
    Q: 'Q0/1 P0/1 R0/2 Q0/2 Q1/3 Q1/4 Q2/5 Q3/6 Q5/8  Q7/10  Q10/13 P10/13 N10/13 M10/13 L10/13 K10/13 J10/13 H10/13 G10/13 F10/13 E10/13 E14/17 E21/24 D21/24 C21/24 B30/31',
    R: 'Q0/1 P0/1 R0/2 R1/3 R1/4 R2/5 R3/6 R5/8 R7/10 R10/13 Q10/13 P10/13 N10/13 M10/13 L10/13 K10/13 J10/13 H10/13 G10/13 F10/13 E10/13 E14/17 E21/24 D21/24 C21/24 B30/31',
  },
};

export const PLAN_TABLES: Readonly<Record<Inspection, PlanTable>> = {
  normal: NORMAL_PLANS,
  tightened: TIGHTENED_PLANS,
  reduced: REDUCED_PLANS,
};
