import { lazy } from 'react';
import { useMe } from '../server/me.js';
import { areaOf, type Area } from './areas.js';

const CASES = {
  supplier: lazy(() => import('../supplier/case.js').then(({ SupplierCase }) => ({ default: SupplierCase }))),
  auditor: lazy(() => import('../auditor/case.js').then(({ AuditorCase }) => ({ default: AuditorCase }))),
  buyer: lazy(() => import('../buyer/case.js').then(({ BuyerCase }) => ({ default: BuyerCase }))),
  office: lazy(() => import('../office/case.js').then(({ OfficeCase }) => ({ default: OfficeCase }))),
} satisfies Record<Area, unknown>;

/** One case, as the role of its reader looks at it. Links in messages lead here. */
export function Case() {
  const Page = CASES[areaOf(useMe())];
  return <Page />;
}
