import type { OnePageView } from '#contracts';

const BUYER = '5b6f0a0e-0000-4000-8000-000000000001';
const ID = '5b6f0a0e-0000-4000-8000-000000000002';
const at = (day: string): string => `2026-${day}T03:00:00.000Z`;
const plan = {
  ...{ lotSize: 1200, level: 'II', inspection: 'normal', inspect: 80 },
  major: { aql: '2.5', letter: 'J', planLetter: 'J', n: 80, ac: 5, re: 6, inspect: 80 },
  minor: { aql: '4.0', letter: 'J', planLetter: 'J', n: 80, ac: 7, re: 8, inspect: 80 },
};
const section = (code: string, title: string, score: number | null, floor: number | null) => ({
  ...{ section: code, title, score, floor, belowFloor: score !== null && floor !== null && score < floor },
  ...{ items: 9, notApplicable: score === null ? 9 : 1 },
});

/** A page with something in each of its parts, and with names that would like to be more than text. */
export const somePage = (language: OnePageView['language'] = 'en'): OnePageView => ({
  ...{ qualificationId: ID, caseNumber: 'SQ-2026-000000123', category: 'TRIMS', asOf: at('11-20') },
  ...{ language, readAs: 'buyer', notOpened: ['owners'], consentUntil: at('12-31'), watchedSince: null },
  checkAddress: 'https://selvedge.example/check/SQ-2026-000000123',
  supplier: { id: ID, name: 'ក្រុមហ៊ុន ខ្មែរស្រ្តីត្បាញ <b>Label</b> & "Thread" Co., Ltd.' },
  site: { id: ID, name: 'រោងចក្រទី១ ផ្លូវជាតិលេខ ៤' },
  ...{ stage: 'qualified', substate: 'full', openedAt: at('01-05'), endMarkets: ['EU'] },
  ...{ validFrom: at('06-01'), validUntil: '2028-06-01T03:00:00.000Z', grade: 'B' },
  ...{ suspension: null, conditions: [] },
  profile: {
    ...{ legalName: 'Khmer Women Weaving Co., Ltd.', legalNameKm: 'ក្រុមហ៊ុន ស្រ្តីខ្មែរត្បាញ ឯ.ក' },
    ...{ businessRegistrationNumber: '00012345', website: null, yearEstablished: 2009, workers: 1142 },
    ...{ womenWorkers: 931, womenOwned: true, isic: ['1399'], claims: [] },
  },
  place: {
    ...{ address: 'ភូមិព្រៃស ឃុំស្វាយរលំ ស្រុកស្អាង', province: 'KH-8', latitude: 11.34567, longitude: 104.98765 },
    ...{ osId: null, floorAreaM2: 2400, buildingOwned: true },
  },
  owners: null,
  goods: {
    ...{ products: ['ស្លាកត្បាញ', 'woven labels'], hsLines: ['5807.10'], monthlyCapacity: 400_000 },
    ...{ freeCapacity: 120_000, unit: 'pieces', leadTimeDays: 21, minimumOrder: 5_000, toldAt: at('11-02') },
  },
  audit: {
    initial: { grade: 'C', total: 78.4, outcome: 'pass' },
    current: { grade: 'B', total: 84.6, outcome: 'pass' },
    visitDate: '2026-03-11',
  },
  score: {
    sections: [
      section('BL', 'Business & legal', 96, null),
      section('QM', 'Quality management', 81.5, 60),
      section('SL', 'Social & labour', 88.1, 60),
      section('HS', 'Health & safety', 57.9, 60),
      section('TR', 'Traceability & origin', null, null),
    ],
    ...{ limits: ['section-below-floor'], openCriticals: 0, openMajors: 1 },
  },
  findings: {
    open: [
      {
        ...{ itemId: 'HS-03', section: 'HS', severity: 'major', value: 'partial', dueAt: at('12-15') },
        question: 'តើច្រកចេញសង្គ្រោះបន្ទាន់មិនត្រូវបានបិទ ហើយមានភ្លើងបំភ្លឺគ្រប់គ្រាន់ទេ?',
        action: 'submitted',
      },
      {
        ...{ itemId: 'CD-04', section: 'CD', severity: 'minor', value: 'partial', dueAt: null, action: null },
        question: 'Are late deliveries recorded with their cause?',
      },
    ],
    zeroTolerance: 'none',
  },
  checks: [
    {
      ...{ kind: 'sanctions', number: 5, name: 'បញ្ជីទណ្ឌកម្ម', light: 'clear', verdict: 'PASS' },
      ...{
        ranAt: at('11-18'),
        expiresAt: null,
        lists: [{ list: 'UN-SC', version: '2026-11-15', date: '2026-11-15' }],
      },
    },
    {
      ...{ kind: 'certificates', number: 7, name: 'Certificates', light: 'attention', verdict: 'WARN' },
      ...{ ranAt: at('11-01'), expiresAt: at('12-01'), lists: [] },
    },
    {
      ...{ kind: 'permits', number: 18, name: 'Permits', light: 'stop', verdict: 'FAIL' },
      ...{ ranAt: null, expiresAt: null, lists: [] },
    },
  ],
  certificates: {
    items: [
      {
        ...{ scheme: 'OEKO_TEX_100', name: 'OEKO-TEX STANDARD 100', number: '20.HKH.12345', issuer: null },
        ...{ scope: ['TRIMS'], validFrom: '2026-01-01', validTo: '2026-12-31', standing: 'ends-soon' },
      },
    ],
    missing: ['ISO_9001'],
  },
  pilots: [
    {
      ...{ id: ID, buyerId: BUYER, phase: 'accepted', result: 'pass', dueAt: at('05-01') },
      placedBy: { personId: ID, organisationId: BUYER },
      lots: [
        {
          ...{ lot: 1, size: 1200, quantity: 1200, phase: 'accepted', inspection: 'normal', reworked: true },
          ...{ criticalDefects: 0, plan, found: { critical: 0, major: 3, minor: 6 }, photos: [ID, BUYER] },
          first: { at: at('05-02'), inspection: 'normal', accepted: false, inspected: 80, defective: 9 },
        },
      ],
      figures: { lots: 1, otif: 1, firstPassYield: 0, claims: { lots: 0, units: 0, usd: 0 } },
    },
  ],
  origin: {
    ...{ asOf: '2026-11-01', date: '2026-11-20' },
    products: [
      {
        ...{ product: 'label-1', hs: '5807.10', localValuePercent: 61.2 },
        programmes: [
          {
            ...{ programme: 'EU_EBA', name: 'EU EBA', origin: 'yes', regionalValuePercent: 61.23 },
            ...{ withdrawn: 'no', afterGraduation: { origin: 'no', from: '2032-12-20' } },
          },
        ],
      },
    ],
  },
  otherBuyers: 2,
  history: [
    { seq: 2, at: at('01-06'), type: 'application-submitted', text: 'បានដាក់ពាក្យស្នើសុំ', data: {} },
    { seq: 60, at: at('06-01'), type: 'qualification-granted', text: 'បានផ្ដល់ការទទួលស្គាល់គុណវុឌ្ឍិ', data: {} },
  ],
  decision: {
    approval: {
      ...{ phase: 'approved', deferredOnce: false, validUntil: at('12-31') },
      status: { standing: 'approved', validUntil: at('12-31') },
    },
    requester: { personId: ID, name: 'Rita <i>Requester</i>' },
    approver: { personId: BUYER, name: 'សុខ ច័ន្ទ' },
    scope: {
      ...{
        maxUsdPerMonth: 20_000,
        maxUnitsPerMonth: 100_000,
        endMarkets: ['EU'],
        hsLines: ['5807'],
        tier: 2,
      },
      ...{ validUntil: '2026-12-31', conditions: ['Monthly test report'] },
    },
    ...{ scopeVersion: 1, allowedCommands: [] },
  },
});
