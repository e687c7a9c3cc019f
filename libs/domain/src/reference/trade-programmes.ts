import type { Cumulation } from '../origin/judge-rule.js';
import type { OriginRule } from '../origin/origin-rule.js';

/** A rule of origin for some goods, for as long as it holds. Dates are local dates, both ends included. */
export interface ProgrammeRule {
  /** HS chapters of the final good; all others where absent. */
  readonly chapters?: readonly string[];
  /** HS headings within those chapters, where the rule is for them alone. */
  readonly headings?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly rule: OriginRule;
  /** As the source has it. */
  readonly text: string;
  readonly certainty: string;
  /** It holds by practice and not by a text in force. */
  readonly byPractice?: true;
}
/** A rate that is known, and since when. What is not here is not known. */
export interface DatedRate {
  readonly kind: 'reciprocal' | 'transshipped';
  readonly percent: number;
  readonly from: string;
  readonly to?: string;
  /** When it was last seen in a source; it may have changed since. */
  readonly confirmedOn: string;
  readonly volatile: boolean;
  readonly source: string;
}
/** Goods for which a preference was taken back: they pay the general rate. */
export interface PreferenceWithdrawal {
  readonly from: string;
  readonly chapters?: readonly string[];
  readonly headings?: readonly string[];
  readonly extent: 'all' | 'some-lines';
  readonly source: string;
}
export interface TradeProgramme {
  readonly code: string;
  readonly name: string;
  readonly kind: 'preference' | 'general-rate' | 'traceability' | 'not-a-party';
  readonly status: string;
  readonly inForceFrom?: string;
  readonly legal?: string;
  readonly proof?: string;
  readonly certainty: string;
  readonly cumulation?: Cumulation;
  readonly rules: readonly ProgrammeRule[];
  readonly rates: readonly DatedRate[];
  readonly withdrawals: readonly PreferenceWithdrawal[];
  /** Cambodia has it as a least developed country; until when after its graduation, if that is known. */
  readonly forLdc?: { readonly transitionUntil?: string; readonly after: string };
}

/** UN General Assembly decision of 2024-12-19 (A/79/L.49): Cambodia leaves the least developed countries. */
export const LDC_GRADUATION = {
  date: '2029-12-19',
  /** The last day before. */
  lastDay: '2029-12-18',
  basis: 'UN General Assembly decision of 2024-12-19 (A/79/L.49)',
} as const;
/** Three years are what the EU gives by practice; no text says so for Cambodia yet. */
const EU_TRANSITION_UNTIL = '2032-12-18';
const AFTER_EU_TRANSITION = '2032-12-19';

export const TRADE_PROGRAMMES_AS_OF = '2026-11-25';

const SINGLE: OriginRule = { form: 'process', done: [['making-up', 'knit-to-shape']], from: 'fabric' };
const KNIT_DOUBLE: OriginRule = {
  form: 'process',
  done: [
    ['knitting', 'knit-to-shape'],
    ['making-up', 'knit-to-shape'],
  ],
  from: 'yarn',
};
const WEAVE_DOUBLE: OriginRule = { form: 'process', done: [['weaving'], ['making-up']], from: 'yarn' };
const SCHEDULE: OriginRule = { form: 'not-loaded', why: 'schedule' };
const TEXTILE_CHAPTERS = Array.from({ length: 14 }, (_, n) => String(50 + n));
/** Members for which the agreement is in force, Cambodia aside. */
const RCEP_ZONE = ['AU', 'BN', 'CN', 'ID', 'JP', 'KR', 'LA', 'MM', 'MY', 'NZ', 'PH', 'SG', 'TH', 'VN'];

/** An agreement in force whose schedule of rules is not loaded. */
const agreement = (code: string, name: string, more: Partial<TradeProgramme> = {}): TradeProgramme => ({
  ...{ code, name, kind: 'preference', status: 'in force', certainty: 'high (form)' },
  rules: [],
  rates: [],
  withdrawals: [],
  ...more,
});

const EU_EBA: TradeProgramme = {
  ...{ code: 'EU_EBA', name: 'EU GSP - Everything But Arms', kind: 'preference' },
  status:
    'in force with partial withdrawal: some garments and footwear, all travel goods (HS 4202 lines listed) and sugar pay MFN duty',
  legal:
    'Reg. (EU) 978/2012; origin: Del. Reg. (EU) 2015/2446 Annex 22-03; partial withdrawal: Del. Reg. (EU) 2020/550, applies from 2020-08-12',
  proof: 'statement on origin by REX registered exporter (any exporter up to EUR 6,000 per consignment)',
  certainty: 'high for rules and dates',
  rules: [
    {
      ...{ chapters: ['61', '62'], to: LDC_GRADUATION.lastDay, rule: SINGLE, certainty: 'high' },
      text: 'LDC: manufacture from fabric (single transformation)',
    },
    {
      ...{ chapters: ['61', '62'], from: LDC_GRADUATION.date, to: EU_TRANSITION_UNTIL, rule: SINGLE },
      text: 'LDC rule, for the three years after graduation that EU practice gives',
      ...{ certainty: 'EU practice', byPractice: true },
    },
    {
      ...{ chapters: ['61'], from: AFTER_EU_TRANSITION, rule: KNIT_DOUBLE, certainty: 'high' },
      text: 'non-LDC beneficiaries: knitting and making-up (double transformation)',
    },
    {
      ...{ chapters: ['62'], from: AFTER_EU_TRANSITION, rule: WEAVE_DOUBLE, certainty: 'high' },
      text: 'non-LDC beneficiaries: weaving accompanied by making-up (double transformation)',
    },
  ],
  rates: [],
  withdrawals: [
    {
      ...{ from: '2020-08-12', headings: ['4202'], extent: 'all' },
      source: 'Del. Reg. (EU) 2020/550',
    },
    {
      ...{ from: '2020-08-12', chapters: ['61', '62', '64'], extent: 'some-lines' },
      source: 'Del. Reg. (EU) 2020/550: selected garments and footwear',
    },
  ],
  forLdc: {
    transitionUntil: EU_TRANSITION_UNTIL,
    after: 'standard GSP or GSP+ with double transformation and no GSP for graduated lines',
  },
};

const UK_DCTS: TradeProgramme = agreement(
  'UK_DCTS',
  'UK Developing Countries Trading Scheme, Comprehensive Preferences',
  {
    ...{ status: 'in force since 2023-06-19; Cambodia as LDC', inForceFrom: '2023-06-19' },
    legal: 'UK Developing Countries Trading Scheme (regulation number to be confirmed)',
    ...{ proof: 'origin declaration or GSP Form A', certainty: 'medium-high' },
    cumulation: { kind: 'not-loaded' },
    rules: [
      {
        ...{ chapters: ['61', '62'], to: LDC_GRADUATION.lastDay, rule: SINGLE, certainty: 'medium-high' },
        text: 'LDC: single transformation; wide cumulation',
      },
    ],
    forLdc: { after: 'rules after graduation are not loaded' },
  },
);

const BY_JUDGEMENT: OriginRule = { form: 'not-loaded', why: 'by-judgement' };
const US_RATE = {
  ...{ confirmedOn: '2025-08-31', volatile: true, from: '2025-08-07' },
  source: 'Executive Order of 2025-07-31',
} as const;
const US_MFN_RECIP: TradeProgramme = {
  ...{ code: 'US_MFN_RECIP', name: 'United States: MFN + reciprocal tariff', kind: 'general-rate' },
  status: 'in force, volatile; GSP lapsed 2020-12-31',
  legal:
    'Executive Order of 2025-07-31: 19% on Cambodian goods from 2025-08-07; 40% for goods found transshipped',
  proof: 'commercial invoice origin',
  certainty: 'rate and date confirmed in 3 stored pages (Aug 2025); later changes possible',
  rules: [
    {
      ...{ headings: ['6209', '6213', '6214'], rule: BY_JUDGEMENT, certainty: 'from memory' },
      text: '19 CFR 102.21(c)(3)(ii): fabric-making rule for some lines, case by case',
    },
    {
      chapters: ['61', '62'],
      rule: { form: 'process', done: [['making-up', 'knit-to-shape']], from: 'fabric' },
      text: '19 CFR 102.21: where knit to shape, else where wholly assembled',
      certainty: 'from memory; lines to be confirmed',
    },
    {
      ...{ chapters: ['41', '42', '64'], rule: BY_JUDGEMENT, certainty: 'high' },
      text: 'substantial transformation',
    },
  ],
  rates: [
    { ...US_RATE, kind: 'reciprocal', percent: 19 },
    { ...US_RATE, kind: 'transshipped', percent: 40 },
  ],
  withdrawals: [],
};

/** Sixteen programmes, as the domain report has them (section 4.4): what a source gives and no more. */
export const TRADE_PROGRAMMES: readonly TradeProgramme[] = [
  EU_EBA,
  UK_DCTS,
  US_MFN_RECIP,
  agreement('US_UFLPA', 'US Uyghur Forced Labor Prevention Act', {
    ...{ kind: 'traceability', status: 'in force; 144 entities on 2025-01-15', inForceFrom: '2022-06-21' },
    ...{ legal: 'Public Law 117-78, effective 2022-06-21', certainty: 'high' },
    proof: 'tier-by-tier traceability for cotton, PVC/viscose etc.',
  }),
  agreement('RCEP', 'Regional Comprehensive Economic Partnership', {
    ...{ inForceFrom: '2022-01-01', legal: 'RCEP Annex 3A; in force for Cambodia 2022-01-01' },
    proof: 'CO Form RCEP, approved-exporter declaration, back-to-back',
    certainty:
      'codes and cumulation (single zone, Art. 3.4) high; per-line rules must be loaded from Annex 3A',
    cumulation: { kind: 'zone', countries: RCEP_ZONE },
    rules: [
      {
        ...{ chapters: ['61', '62', '63'], rule: { form: 'CC' }, certainty: 'high' },
        text: 'CC (change of chapter)',
      },
      { rule: SCHEDULE, text: 'RVC40 / CC / CTH / CTSH as printed per line in Annex 3A', certainty: 'high' },
    ],
  }),
  agreement('ATIGA', 'ASEAN Trade in Goods Agreement', {
    ...{ legal: 'ATIGA ch. 3', certainty: 'high for general rule' },
    proof: 'Form D / e-Form D via ASEAN Single Window; AWSC self-certification',
    rules: [
      {
        ...{ chapters: TEXTILE_CHAPTERS, rule: SCHEDULE, certainty: 'high' },
        text: 'textile lines have product rules',
      },
      {
        rule: { form: 'any-of', rules: [{ form: 'RVC', minPercent: 40 }, { form: 'CTH' }] },
        ...{ text: 'RVC >= 40% or CTH', certainty: 'high' },
      },
    ],
  }),
  agreement('ACFTA', 'ASEAN-China FTA', { proof: 'Form E' }),
  agreement('AKFTA', 'ASEAN-Korea FTA', { proof: 'Form AK' }),
  agreement('AANZFTA', 'ASEAN-Australia-New Zealand FTA', { proof: 'Form AANZ' }),
  agreement('AJCEP', 'ASEAN-Japan CEP', { proof: 'Form AJ' }),
  agreement('AIFTA', 'ASEAN-India FTA', { proof: 'Form AI' }),
  agreement('CCFTA', 'Cambodia-China FTA', { inForceFrom: '2022-01-01', certainty: 'high' }),
  agreement('CKFTA', 'Cambodia-Korea FTA', { inForceFrom: '2022-12-01', certainty: 'high' }),
  agreement('JP_GSP_LDC', 'Japan GSP, LDC treatment', {
    ...{ proof: 'GSP Form A', certainty: 'medium-high' },
    forLdc: { after: 'LDC treatment ends; a transition is not loaded' },
  }),
  agreement('CA_LDCT', 'Canada Least Developed Country Tariff', {
    certainty: 'medium-high',
    forLdc: { after: 'LDC treatment ends; a transition is not loaded' },
  }),
  agreement('CPTPP', 'CPTPP', {
    ...{ kind: 'not-a-party', status: 'not applicable: Cambodia is not a party', certainty: 'high' },
  }),
];
export const PROGRAMME_CODES: readonly string[] = TRADE_PROGRAMMES.map(({ code }) => code);
