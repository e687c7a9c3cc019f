/**
 * Words that many names share, so that they say little of who it is. The first list of each kind are the words in at
 * least one of 300 names on the SDN list of July 2021 and the UN list of February 2026 together (aliases counted
 * once for each party, no word of three letters or less); the second of firms is of the trades this programme takes in.
 */
export const commonNames: ReadonlySet<string> = new Set(
  (
    'muhammad mohammad mohammed mohamed muhammed mohamad muhamad mohd ahmad ahmed ibrahim jose hassan hasan abdullah ' +
    'abdallah abdul abdel tikriti antonio rahman carlos omar umar hussein husayn hossein hussain luis jesus maria ' +
    'gonzalez said chol lopez reza juan alberto mahmoud mahmud mahmood aziz rodriguez jorge saleh salih mustafa salim ' +
    'alexander khan hamid perez manuel garcia amir hernandez sanchez aleksandr miguel ismail torres majid yusuf khalid ' +
    'ramirez karim gomez enrique flores vladimir sergey'
  ).split(' '),
);

export const commonFirmWords: ReadonlySet<string> = new Set(
  (
    'trading ltda shipping international bank islamic development organization organisation industries korea general ' +
    'iran investment investments foundation state industrial trade management services service industry national ' +
    'center centre energy petrochemical army exchange technology technologies iranian commercial engineering grupo ' +
    'comercializadora research institute association construction inmobiliaria money steel movement syrian republic ' +
    'east security global branch society trust complex air forces force maritime marine ministry offshore production ' +
    'ocean bureau hotel agency department south north lines properties africa financial finance central party star ' +
    'mining capital comercial petroleum systems aviation electronic electronics airlines world union transport trans ' +
    'golden cement building logistics fund plant insurance business chemical chemicals china partners solutions ' +
    'securities corporate mortgage loan series asset backed estate real ' +
    'textile textiles apparel clothing weaving spinning dyeing washing printing embroidery yarn fabric fabrics cotton ' +
    'knitting knitwear leather footwear shoes packaging carton label labels accessories button zipper thread sewing ' +
    'manufacturing manufacturer industrial supplier supply products design fashion cambodia khmer asia asian mekong'
  ).split(' '),
);
