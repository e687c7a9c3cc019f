/** What a firm's name says about its legal form, not about who it is. Single letters are joined before (`S.A.`). */
export const legalForms: ReadonlySet<string> = new Set(
  (
    'co ltd limited company corp corporation inc incorporated plc llc lllp llp lp jsc pjsc ojsc cjsc pte pty ' +
    'sdn bhd sa sas sarl srl gmbh ag bv nv ooo oao zao pao fze fzco fzc'
  ).split(' '),
);

/** Words for the line of business that the same firm adds or drops from one paper to the next. */
export const businessWords: ReadonlySet<string> = new Set(
  'group holding holdings import export trading enterprise enterprises factory garment garments'.split(' '),
);

/** Khmer is written without spaces, so its forms are cut out of the text: company, private limited, Co., Ltd. */
export const khmerForms = /ក្រុមហ៊ុន|ខូអិលធីឌី|(?<=^| )ឯ ?ក(?= |$)/gu;
