import type { InputCategory } from './input-categories.js';

export type SubstanceMaterial = 'textile' | 'leather' | 'polymer' | 'packaging' | 'trims';
/** What a product is declared to be used for, where an exception asks for it. */
export const SUBSTANCE_USES = ['in-can-preservative', 'wool', 'protective-equipment'] as const;
export type SubstanceUse = (typeof SUBSTANCE_USES)[number];

/** A use that is let through although its substance is restricted. */
export interface SubstanceException {
  readonly chapter: SubstanceMaterial;
  readonly uses: readonly SubstanceUse[];
  /** Up to this amount in the product; without it the edition names none. */
  readonly limitMgKg?: number;
  readonly source: string;
}
export interface RestrictedSubstance {
  readonly cas: string;
  readonly name: string;
  readonly group: string;
  readonly materials: readonly SubstanceMaterial[];
  /** In the product as bought. 0: not used on purpose, at whatever amount; see `limitSource`. */
  readonly limit: { readonly value: number; readonly unit: 'mg/kg' };
  readonly exceptions: readonly SubstanceException[];
}
/** One edition of the list that an inventory is held against. */
export interface RestrictedList {
  readonly version: string;
  readonly asOf: string;
  readonly source: string;
  readonly limitSource: string;
  readonly warningGroups: readonly string[];
  readonly substances: readonly RestrictedSubstance[];
}

const TEXTILE_LEATHER = ['textile', 'leather'] as const;
const ALL_THREE = ['textile', 'leather', 'polymer'] as const;
const MRSL = 'ZDHC MRSL 3.x, as the domain report has it (section 4.5)';
/** By CAS number. */
const EXCEPTIONS: Readonly<Record<string, readonly SubstanceException[]>> = {
  '90-43-7': [{ chapter: 'leather', uses: ['in-can-preservative'], limitMgKg: 5000, source: MRSL }],
  '52645-53-1': [{ chapter: 'textile', uses: ['wool', 'protective-equipment'], source: MRSL }],
};
const listed = (
  cas: string,
  group: string,
  materials: readonly SubstanceMaterial[],
  name: string,
): RestrictedSubstance => ({
  ...{ cas, name, group, materials },
  limit: { value: 0, unit: 'mg/kg' },
  exceptions: EXCEPTIONS[cas] ?? [],
});

/** Which chapters of the list a category's products go into. Who makes chemicals sells them to all of them. */
export const CHAPTERS_OF_CATEGORY: Readonly<Record<InputCategory, readonly SubstanceMaterial[]>> = {
  YARN_FABRIC: ['textile'],
  TRIMS: ['textile', 'polymer', 'trims'],
  CHEMICALS: ['textile', 'leather', 'polymer', 'packaging', 'trims'],
  LEATHER: ['leather', 'polymer'],
  PACKAGING: ['packaging', 'polymer'],
  SERVICES: ['textile'],
};

const SUBSTANCES: readonly RestrictedSubstance[] = [
  listed('25154-52-3', 'APEO', ALL_THREE, 'Nonylphenol (mixed isomers)'),
  listed('84852-15-3', 'APEO', TEXTILE_LEATHER, '4-Nonylphenol, branched'),
  listed('9016-45-9', 'APEO', ALL_THREE, 'Nonylphenol ethoxylates (NPEO)'),
  listed('140-66-9', 'APEO', TEXTILE_LEATHER, '4-tert-Octylphenol'),
  listed('9002-93-1', 'APEO', TEXTILE_LEATHER, 'Octylphenol ethoxylate (e.g. Triton X-100)'),
  listed('624-49-7', 'BIOCIDE', ['leather', 'packaging'], 'Dimethyl fumarate (DMFu)'),
  listed('90-43-7', 'BIOCIDE', TEXTILE_LEATHER, 'o-Phenylphenol (OPP)'),
  listed('52645-53-1', 'BIOCIDE', ['textile'], 'Permethrin'),
  listed('3380-34-5', 'BIOCIDE', ['textile'], 'Triclosan'),
  listed(
    '85535-84-8',
    'CHLORPARAFFIN',
    ['leather', 'polymer'],
    'Short-chain chlorinated paraffins C10-13 (SCCP)',
  ),
  listed('95-50-1', 'CHLOROBENZENE', ['textile'], '1,2-Dichlorobenzene'),
  listed('87-86-5', 'CHLOROPHENOL', ['textile', 'leather', 'packaging'], 'Pentachlorophenol (PCP)'),
  listed('58-90-2', 'CHLOROPHENOL', TEXTILE_LEATHER, '2,3,4,6-Tetrachlorophenol'),
  listed('88-06-2', 'CHLOROPHENOL', TEXTILE_LEATHER, '2,4,6-Trichlorophenol'),
  listed('92-87-5', 'AZO_AMINE', TEXTILE_LEATHER, 'Benzidine'),
  listed('92-67-1', 'AZO_AMINE', TEXTILE_LEATHER, '4-Aminobiphenyl'),
  listed('91-59-8', 'AZO_AMINE', TEXTILE_LEATHER, '2-Naphthylamine'),
  listed('95-69-2', 'AZO_AMINE', TEXTILE_LEATHER, '4-Chloro-o-toluidine'),
  listed('106-47-8', 'AZO_AMINE', TEXTILE_LEATHER, '4-Chloroaniline'),
  listed('91-94-1', 'AZO_AMINE', TEXTILE_LEATHER, "3,3'-Dichlorobenzidine"),
  listed('119-90-4', 'AZO_AMINE', TEXTILE_LEATHER, "3,3'-Dimethoxybenzidine"),
  listed('119-93-7', 'AZO_AMINE', TEXTILE_LEATHER, "3,3'-Dimethylbenzidine"),
  listed('101-77-9', 'AZO_AMINE', TEXTILE_LEATHER, "4,4'-Methylenedianiline (MDA)"),
  listed('101-14-4', 'AZO_AMINE', TEXTILE_LEATHER, "4,4'-Methylene-bis(2-chloroaniline) (MOCA)"),
  listed('101-80-4', 'AZO_AMINE', TEXTILE_LEATHER, "4,4'-Oxydianiline"),
  listed('139-65-1', 'AZO_AMINE', TEXTILE_LEATHER, "4,4'-Thiodianiline"),
  listed('95-53-4', 'AZO_AMINE', TEXTILE_LEATHER, 'o-Toluidine'),
  listed('95-80-7', 'AZO_AMINE', TEXTILE_LEATHER, '2,4-Toluenediamine'),
  listed('137-17-7', 'AZO_AMINE', TEXTILE_LEATHER, '2,4,5-Trimethylaniline'),
  listed('90-04-0', 'AZO_AMINE', TEXTILE_LEATHER, 'o-Anisidine'),
  listed('60-09-3', 'AZO_AMINE', TEXTILE_LEATHER, '4-Aminoazobenzene'),
  listed('120-71-8', 'AZO_AMINE', TEXTILE_LEATHER, 'p-Cresidine'),
  listed('118685-33-9', 'DYE_NAVY', ['textile'], 'Navy blue colourant (component 1)'),
  listed('1937-37-7', 'DYE_CARC', TEXTILE_LEATHER, 'C.I. Direct Black 38'),
  listed('2602-46-2', 'DYE_CARC', TEXTILE_LEATHER, 'C.I. Direct Blue 6'),
  listed('573-58-0', 'DYE_CARC', TEXTILE_LEATHER, 'C.I. Direct Red 28'),
  listed('3761-53-3', 'DYE_CARC', TEXTILE_LEATHER, 'C.I. Acid Red 26'),
  listed('569-61-9', 'DYE_CARC', TEXTILE_LEATHER, 'C.I. Basic Red 9'),
  listed('2475-45-8', 'DYE_DISPERSE', ['textile'], 'C.I. Disperse Blue 1'),
  listed('2832-40-8', 'DYE_DISPERSE', ['textile'], 'C.I. Disperse Yellow 3'),
  listed('730-40-5', 'DYE_DISPERSE', ['textile'], 'C.I. Disperse Orange 3'),
  listed('12223-01-7', 'DYE_DISPERSE', ['textile'], 'C.I. Disperse Blue 106'),
  listed('61951-51-7', 'DYE_DISPERSE', ['textile'], 'C.I. Disperse Blue 124'),
  listed('1163-19-5', 'FLAME_RET', ['textile', 'polymer'], 'Decabromodiphenyl ether (decaBDE)'),
  listed('32534-81-9', 'FLAME_RET', ['textile', 'polymer'], 'Pentabromodiphenyl ether'),
  listed('3194-55-6', 'FLAME_RET', ['textile', 'polymer'], 'Hexabromocyclododecane (HBCDD)'),
  listed('126-72-7', 'FLAME_RET', ['textile'], 'Tris(2,3-dibromopropyl) phosphate (TRIS)'),
  listed('115-96-8', 'FLAME_RET', ['textile', 'polymer'], 'Tris(2-chloroethyl) phosphate (TCEP)'),
  listed('109-86-4', 'GLYCOL', TEXTILE_LEATHER, '2-Methoxyethanol'),
  listed('110-80-5', 'GLYCOL', TEXTILE_LEATHER, '2-Ethoxyethanol'),
  listed('71-43-2', 'SOLVENT', ALL_THREE, 'Benzene'),
  listed('79-01-6', 'HALO_SOLVENT', TEXTILE_LEATHER, 'Trichloroethylene'),
  listed('75-09-2', 'HALO_SOLVENT', TEXTILE_LEATHER, 'Dichloromethane'),
  listed('127-18-4', 'HALO_SOLVENT', TEXTILE_LEATHER, 'Tetrachloroethylene'),
  listed('1461-22-9', 'ORGANOTIN', ALL_THREE, 'Tributyltin chloride (TBT group)'),
  listed('683-18-1', 'ORGANOTIN', ['textile', 'polymer'], 'Dibutyltin dichloride (DBT group)'),
  listed('91-20-3', 'PAH', TEXTILE_LEATHER, 'Naphthalene'),
  listed('50-32-8', 'PAH', ALL_THREE, 'Benzo[a]pyrene'),
  listed('1763-23-1', 'PFAS', TEXTILE_LEATHER, 'Perfluorooctane sulfonic acid (PFOS)'),
  listed('335-67-1', 'PFAS', TEXTILE_LEATHER, 'Perfluorooctanoic acid (PFOA)'),
  listed('117-81-7', 'PHTHALATE', ALL_THREE, 'Di(2-ethylhexyl) phthalate (DEHP)'),
  listed('84-74-2', 'PHTHALATE', ALL_THREE, 'Dibutyl phthalate (DBP)'),
  listed('85-68-7', 'PHTHALATE', ALL_THREE, 'Benzyl butyl phthalate (BBP)'),
  listed('84-69-5', 'PHTHALATE', ALL_THREE, 'Diisobutyl phthalate (DIBP)'),
  listed('28553-12-0', 'PHTHALATE', ['polymer'], 'Diisononyl phthalate (DINP)'),
  listed('117-84-0', 'PHTHALATE', ['polymer'], 'Di-n-octyl phthalate (DNOP)'),
  listed('18540-29-9', 'HEAVY_METAL', ['leather', 'trims'], 'Chromium(VI)'),
  listed('7439-92-1', 'HEAVY_METAL', ['trims', 'packaging'], 'Lead'),
  listed('7440-43-9', 'HEAVY_METAL', ['trims', 'packaging'], 'Cadmium'),
  listed('7439-97-6', 'HEAVY_METAL', ['trims', 'packaging'], 'Mercury'),
  listed('7440-38-2', 'HEAVY_METAL', TEXTILE_LEATHER, 'Arsenic'),
  listed('68-12-2', 'SOLVENT_REACH', ['leather', 'polymer'], 'N,N-Dimethylformamide (DMF)'),
  listed('872-50-4', 'SOLVENT_REACH', ['polymer'], 'N-Methyl-2-pyrrolidone (NMP)'),
  listed('127-19-5', 'SOLVENT_REACH', ['textile'], 'N,N-Dimethylacetamide (DMAc)'),
  listed('50-00-0', 'RSL_ONLY', TEXTILE_LEATHER, 'Formaldehyde'),
  listed('91-22-5', 'OTHER', ['textile'], 'Quinoline'),
  listed('25973-55-1', 'UV_ABSORBER', ['polymer', 'textile'], 'UV-328'),
  listed('3846-71-7', 'UV_ABSORBER', ['polymer', 'textile'], 'UV-320'),
];

/**
 * 78 CAS numbers in 22 groups. Numbers and names are certain; that a group is on the ZDHC MRSL is certain, the limits of
 * its single substances in formulations stand in the current edition, which is not loaded yet. Until then the list
 * says what the MRSL bans in any case: use on purpose.
 */
export const RESTRICTED_SUBSTANCES: RestrictedList = {
  version: 'seed-2026-11',
  asOf: '2026-11-25',
  source: 'ZDHC MRSL by group, AFIRM RSL, REACH; domain report section 4.5',
  limitSource:
    'intentional use is banned at any amount; formulation limits: to be loaded from the current MRSL edition',
  warningGroups: ['RSL_ONLY', 'SOLVENT_REACH', 'OTHER'],
  substances: SUBSTANCES,
};
