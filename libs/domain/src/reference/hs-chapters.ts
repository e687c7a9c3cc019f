/** A chapter of the Harmonised System (HS 2022) that goods of the programme, or what they are made of, belong to. */
export interface HsChapter {
  readonly chapter: string;
  readonly title: string;
  readonly role: string;
}
const chapter = (code: string, title: string, role: string): HsChapter => ({ chapter: code, title, role });

/** Source: HS 2022 nomenclature of the World Customs Organization. */
export const HS_CHAPTERS: readonly HsChapter[] = [
  chapter('28', 'Inorganic chemicals', 'input'),
  chapter('29', 'Organic chemicals', 'input'),
  chapter('32', 'Tanning or dyeing extracts; dyes, pigments, paints, inks', 'input'),
  chapter(
    '34',
    'Soap, surface-active agents, washing preparations, lubricating preparations, waxes',
    'input',
  ),
  chapter('35', 'Albuminoidal substances; modified starches; glues; enzymes', 'input'),
  chapter('38', 'Miscellaneous chemical products (3809 textile finishing agents)', 'input'),
  chapter('39', 'Plastics and articles thereof', 'input'),
  chapter('40', 'Rubber and articles thereof', 'input'),
  chapter('41', 'Raw hides and skins (other than furskins) and leather', 'input'),
  chapter('42', 'Articles of leather; saddlery; travel goods, handbags', 'export (travel goods 4202)'),
  chapter('44', 'Wood and articles of wood (4415 pallets)', 'input'),
  chapter('48', 'Paper and paperboard; articles thereof', 'input'),
  chapter('49', 'Printed matter', 'input'),
  chapter('50', 'Silk', 'input'),
  chapter('51', 'Wool, fine or coarse animal hair; horsehair yarn and woven fabric', 'input'),
  chapter('52', 'Cotton', 'input'),
  chapter('53', 'Other vegetable textile fibres; paper yarn', 'input'),
  chapter('54', 'Man-made filaments', 'input'),
  chapter('55', 'Man-made staple fibres', 'input'),
  chapter('56', 'Wadding, felt and nonwovens; special yarns; twine, cordage', 'input'),
  chapter('57', 'Carpets and other textile floor coverings', 'other'),
  chapter('58', 'Special woven fabrics; tufted fabrics; lace; trimmings; embroidery', 'input'),
  chapter('59', 'Impregnated, coated, covered or laminated textile fabrics', 'input'),
  chapter('60', 'Knitted or crocheted fabrics', 'input'),
  chapter('61', 'Apparel and clothing accessories, knitted or crocheted', 'export'),
  chapter('62', 'Apparel and clothing accessories, not knitted or crocheted', 'export'),
  chapter('63', 'Other made up textile articles; sets; worn clothing', 'export/input (6305 sacks)'),
  chapter('64', 'Footwear, gaiters and the like; parts', 'export/input (6406 parts)'),
  chapter('83', 'Miscellaneous articles of base metal (8308 clasps, buckles, eyelets)', 'input'),
  chapter('96', 'Miscellaneous manufactured articles (9606 buttons, 9607 slide fasteners)', 'input'),
];
