/** What a firm's name says about its legal form, not about who it is. Single letters are joined before (`S.A.`). */
export const legalForms: ReadonlySet<string> = new Set(
  (
    'co ltd limited company corp corporation inc incorporated plc llc lllp llp lp jsc pjsc ojsc cjsc pte pty ' +
    'sdn bhd sa sas sarl srl gmbh ag bv nv ooo oao zao pao fze fzco fzc kk ab oy oyj spa ao as spzoo cv sae pt'
  ).split(' '),
);

/** Legal forms written out in several words, and what they are in short. Read after `normaliseName`. */
export const writtenOutForms: readonly (readonly [RegExp, string])[] = (
  [
    ['open joint stock company', 'ojsc'],
    ['closed joint stock company', 'cjsc'],
    ['public joint stock company', 'pjsc'],
    ['joint stock company', 'jsc'],
    ['limited liability company', 'llc'],
    ['limited liability partnership', 'llp'],
    ['limited partnership', 'lp'],
    ['public limited company', 'plc'],
    ['private limited', 'pte ltd'],
    ['sendirian berhad', 'sdn bhd'],
    ['perseroan terbatas', 'pt'],
    ['aktiengesellschaft', 'ag'],
    ['gesellschaft mit beschrankter haftung', 'gmbh'],
    ['societe anonyme', 'sa'],
    ['sociedad anonima', 'sa'],
    ['societate[a]? cu raspundere limitata', 'srl'],
    ['sp z o ?o', 'spzoo'],
    ['общество с ограниченной ответственностью', 'ooo'],
    ['открытое акционерное общество', 'oao'],
    ['закрытое акционерное общество', 'zao'],
    ['публичное акционерное общество', 'pao'],
    ['акционерное общество', 'ao'],
    ['ооо', 'ooo'],
    ['оао', 'oao'],
    ['зао', 'zao'],
    ['пао', 'pao'],
    ['ао', 'ao'],
  ] as const
).map(([words, short]) => [new RegExp(`(?<= |^)${words}(?= |$)`, 'g'), short] as const);

/** Forms that stand for about the same thing in different countries: two names that agree in one do not differ. */
const FAMILIES: readonly (readonly string[])[] = [
  'co ltd limited company llc pte pty sdn bhd sarl srl gmbh bv ooo spzoo fze fzco fzc sas as ab oy kk'.split(
    ' ',
  ),
  'corp corporation inc incorporated plc jsc pjsc ojsc cjsc sa ag nv oao zao pao ao spa oyj as ab company pt sae'.split(
    ' ',
  ),
  'llp lllp lp cv'.split(' '),
];

/** True when both name a legal form and no family has one of each. */
export function formsDiffer(forms: readonly string[], others: readonly string[]): boolean {
  if (forms.length === 0 || others.length === 0) return false;
  return !FAMILIES.some(
    (family) => forms.some((form) => family.includes(form)) && others.some((form) => family.includes(form)),
  );
}

/** Words for the line of business that the same firm adds or drops from one paper to the next. */
export const businessWords: ReadonlySet<string> = new Set(
  'group holding holdings import export trading enterprise enterprises factory garment garments'.split(' '),
);

/** Khmer is written without spaces, so its forms are cut out of the text: company, private limited, Co., Ltd. */
export const khmerForms = /ក្រុមហ៊ុន|ខូអិលធីឌី|(?<=^| )ឯ ?ក(?= |$)/gu;
/** So is Chinese: (shares) limited company, group. */
export const hanForms = /(?:股份)?有限(?:责任)?公司|集团|公司/gu;
