import { lazy } from 'react';
import { useMe } from '../server/me.js';
import { SupplierHome } from '../supplier/home.js';
import { areaOf, type Area } from './areas.js';

const HOMES = {
  // With the app itself: the lines of suppliers are the slowest, and each thing asked for after another costs them most.
  supplier: SupplierHome,
  auditor: lazy(() => import('../auditor/home.js').then(({ AuditorHome }) => ({ default: AuditorHome }))),
  buyer: lazy(() => import('../buyer/home.js').then(({ BuyerHome }) => ({ default: BuyerHome }))),
  office: lazy(() => import('../office/home.js').then(({ OfficeHome }) => ({ default: OfficeHome }))),
} satisfies Record<Area, unknown>;

/** What somebody sees first: the one question of their role. */
export function Home() {
  const Page = HOMES[areaOf(useMe())];
  return <Page />;
}
