import type { OnePageView } from '#contracts';
import {
  CERTIFICATION_SCHEMES,
  certificateStanding,
  localDate,
  missingCertificates,
  originReport,
  TRADE_PROGRAMMES,
  TRADE_PROGRAMMES_AS_OF,
  type Certificate,
  type CostSheet,
  type OriginReport,
  type OwnerShare,
} from '#domain';
import { goodsView, type Goods } from '../candidates/candidates.view.js';
import { sectionFact, sectionOf, type PageReader } from './page-reader.js';

type Part<K extends keyof OnePageView> = NonNullable<OnePageView[K]>;

/** Who the firm is, and where: as it wrote in its application. */
export function profileView(reader: PageReader): OnePageView['profile'] {
  const profile = sectionOf<Part<'profile'>>(reader, 'profile');
  if (!profile) return null;
  const { legalName = null, legalNameKm = null, businessRegistrationNumber = null, website = null } = profile;
  const { yearEstablished = null, workers = null, womenWorkers = null, womenOwned = null } = profile;
  return {
    ...{ legalName, legalNameKm, businessRegistrationNumber, website },
    ...{ yearEstablished, workers, womenWorkers, womenOwned },
    ...{ isic: profile.isic ?? [], claims: profile.claims ?? [] },
  };
}

export function placeView(reader: PageReader): OnePageView['place'] {
  const site = sectionOf<Part<'place'>>(reader, 'site');
  if (!site) return null;
  const { address = null, province = null, latitude = null, longitude = null } = site;
  const { osId = null, floorAreaM2 = null, buildingOwned = null } = site;
  return { address, province, latitude, longitude, osId, floorAreaM2, buildingOwned };
}

/** Owners of the firm itself: who owns its owners is for the check. */
export function ownersView(reader: PageReader): OnePageView['owners'] {
  const section = sectionOf<{ owners: readonly (OwnerShare & { readonly name?: string })[] }>(
    reader,
    'owners',
  );
  if (!section) return null;
  return (section.owners ?? [])
    .filter(({ owns }) => owns === undefined)
    .map(({ kind, name = null, sharePercent, nominee = false }) => ({
      ...{ kind, name, sharePercent, nominee },
    }));
}

export function goodsOfPage(reader: PageReader): OnePageView['goods'] {
  const fact = sectionFact(reader, 'capacity');
  return fact ? goodsView(fact.content as Partial<Goods>, fact.occurredAt) : null;
}

const schemeName = (code: string): string =>
  CERTIFICATION_SCHEMES.find((scheme) => scheme.code === code)?.name ?? code;

export function certificatesView(reader: PageReader): OnePageView['certificates'] {
  const section = sectionOf<{ certificates: readonly Certificate[] }>(reader, 'certificates');
  if (!section) return null;
  const { state, facts } = reader.detail;
  const { certificates = [] } = section;
  const today = localDate(reader.now);
  const required = facts.scheme.requiredCertificates[state.category] ?? [];
  return {
    items: certificates.map(({ scheme, number, issuer = null, scope, validFrom, validTo }) => ({
      ...{ scheme, name: schemeName(scheme), number, issuer, scope, validFrom, validTo },
      standing: certificateStanding({ validFrom, validTo }, today),
    })),
    missing: missingCertificates(certificates, required, state.category, today),
  };
}

const programmeName = (code: string): string =>
  TRADE_PROGRAMMES.find((programme) => programme.code === code)?.name ?? code;

function productView({ product, hs, localValue, programmes, graduation }: OriginReport) {
  const change = (code: string) => graduation.changes.find(({ programme }) => programme === code);
  return {
    ...{ product, hs, localValuePercent: localValue?.percent ?? null },
    programmes: programmes.map(({ programme, origin, regionalValuePercent, withdrawn }) => {
      const later = change(programme);
      return {
        ...{ programme, name: programmeName(programme), origin, regionalValuePercent, withdrawn },
        afterGraduation: later ? { origin: later.after, from: later.from } : null,
      };
    }),
  };
}

/** What the cost sheets come to under each programme today, and after graduation where that changes it. */
export function originView(reader: PageReader): OnePageView['origin'] {
  const section = sectionOf<{ sheets: readonly CostSheet[] }>(reader, 'cost-sheets');
  if (!section) return null;
  const date = localDate(reader.now);
  const products = (section.sheets ?? []).map((sheet) => productView(originReport(sheet, date)));
  return { asOf: TRADE_PROGRAMMES_AS_OF, date, products };
}
