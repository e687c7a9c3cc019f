/** The six inputs that local suppliers bring to garment, footwear and travel-goods factories. */
export type InputCategory = 'YARN_FABRIC' | 'TRIMS' | 'CHEMICALS' | 'LEATHER' | 'PACKAGING' | 'SERVICES';

export interface InputCategoryInfo {
  readonly code: InputCategory;
  readonly nameEn: string;
  /** A draft that a Khmer speaker still has to review. */
  readonly nameKmDraft: string;
  /** HS 2022 headings, four digits, or ranges of them; none for services. */
  readonly hs: readonly string[];
  /** ISIC Rev.4 classes. */
  readonly isic: readonly string[];
  readonly usualSchemes: readonly string[];
  readonly note: string;
}

/** Source: HS 2022 and ISIC Rev.4 nomenclatures. */
export const INPUT_CATEGORIES: readonly InputCategoryInfo[] = [
  {
    code: 'YARN_FABRIC',
    nameEn: 'Yarn, thread & fabric',
    nameKmDraft: 'អំបោះ និងក្រណាត់',
    hs: [
      '5004-5007',
      '5106-5113',
      '5204-5212',
      '5306-5311',
      '5401-5408',
      '5508-5516',
      '5602',
      '5603',
      '5604',
      '5605',
      '5606',
      '5801-5804',
      '5809',
      '5811',
      '5901-5911',
      '6001-6006',
    ],
    isic: ['1311', '1312', '1313', '1391', '1399', '2030'],
    usualSchemes: ['OEKO_TEX_100', 'GRS', 'RCS', 'OCS', 'GOTS'],
    note: 'knit/weave/dye; dyeing units also answer chemicals & wastewater items',
  },
  {
    code: 'TRIMS',
    nameEn: 'Accessories & trims (buttons, zips, labels, elastic, thread, hardware)',
    nameKmDraft: 'គ្រឿងបន្សំ',
    hs: [
      '5204',
      '5401',
      '5508',
      '5604',
      '5806',
      '5807',
      '5808',
      '5810',
      '6217',
      '6406',
      '8301',
      '8302',
      '8308',
      '9606',
      '9607',
      '3926',
      '4821',
    ],
    isic: ['1399', '3290', '2599', '2220', '1811'],
    usualSchemes: ['OEKO_TEX_100', 'GRS', 'ISO_9001'],
    note: "metal trims: nickel release/lead/cadmium tests; children's small parts pull test",
  },
  {
    code: 'CHEMICALS',
    nameEn: 'Chemicals (dyes, auxiliaries, inks, adhesives, detergents, finishes)',
    nameKmDraft: 'សារធាតុគីមី',
    hs: [
      '2801-2853',
      '2901-2942',
      '3201',
      '3202',
      '3204',
      '3206',
      '3208-3210',
      '3215',
      '3402',
      '3403',
      '3505',
      '3506',
      '3507',
      '3809',
      '3901-3914',
    ],
    isic: ['2011', '2022', '2023', '2029'],
    usualSchemes: ['ZDHC_MRSL', 'BLUESIGN', 'GOTS_INPUT', 'ISO_14001'],
    note: 'SDS in Khmer, GHS labels, MRSL conformance level',
  },
  {
    code: 'LEATHER',
    nameEn: 'Leather & leather substitutes',
    nameKmDraft: 'ស្បែក',
    hs: ['4101-4107', '4112-4115', '5903', '3921'],
    isic: ['1511', '1512', '1520'],
    usualSchemes: ['LWG', 'ZDHC_MRSL', 'OEKO_TEX_LEATHER'],
    note: 'Cr(VI) test ISO 17075; wastewater; hide traceability',
  },
  {
    code: 'PACKAGING',
    nameEn: 'Packaging (cartons, polybags, hangtags, tape, pallets)',
    nameKmDraft: 'ការវេចខ្ចប់',
    hs: ['3919', '3920', '3923', '4415', '4804', '4808', '4811', '4819', '4821', '4823', '6305'],
    isic: ['1702', '1709', '1811', '2220', '1629'],
    usualSchemes: ['FSC', 'PEFC', 'GRS', 'ISO_9001'],
    note: 'suffocation warning, ISPM 15 for wood, carton burst/edge-crush tests',
  },
  {
    code: 'SERVICES',
    nameEn:
      'Services & subcontract (embroidery, printing, washing/laundry, cutting, testing, logistics, maintenance, waste)',
    nameKmDraft: 'សេវាកម្ម',
    hs: [],
    isic: ['1313', '1399', '9601', '1811', '7120', '4923', '5210', '3312', '3811', '3830'],
    usualSchemes: ['ZDHC_MRSL', 'ISO_9001', 'ISO_17025'],
    note: 'no HS line; value added counted as local processing; unauthorised-subcontracting risk',
  },
];

const categoryOf = new Map(INPUT_CATEGORIES.map((category) => [category.code, category]));
/** Whether an HS line of 4, 6 or 8 digits belongs to the goods of a category; services have no lines of their own. */
export function hsLineIn(category: InputCategory, line: string): boolean {
  const heading = line.replaceAll('.', '').slice(0, 4);
  const ranges = categoryOf.get(category)?.hs ?? [];
  return (
    ranges.length === 0 ||
    ranges.some((range) => {
      const [from = range, to = from] = range.split('-');
      return from <= heading && heading <= to;
    })
  );
}
