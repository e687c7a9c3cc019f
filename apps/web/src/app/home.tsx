import { lazy } from 'react';
import { useMe } from '../server/me.js';
import { areaOf, type Area } from './areas.js';

const HOMES = {
  supplier: lazy(() => import('../supplier/home.js').then(({ SupplierHome }) => ({ default: SupplierHome }))),
  auditor: lazy(() => import('../auditor/home.js').then(({ AuditorHome }) => ({ default: AuditorHome }))),
  buyer: lazy(() => import('../buyer/home.js').then(({ BuyerHome }) => ({ default: BuyerHome }))),
  office: lazy(() => import('../office/home.js').then(({ OfficeHome }) => ({ default: OfficeHome }))),
} satisfies Record<Area, unknown>;

/** What somebody sees first: the one question of their role. */
export function Home() {
  const Page = HOMES[areaOf(useMe())];
  return <Page />;
}
