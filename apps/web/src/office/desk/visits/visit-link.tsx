import type { AuditVisitView } from '#client';
import { Link } from '@tanstack/react-router';
import { useSay } from '../../../words/words.js';
import { useGoods } from '../../goods.js';

/** One visit: whose site, where, who goes there, and whether its day is settled. */
export function VisitLink({ of }: { readonly of: AuditVisitView }) {
  const say = useSay();
  const { province } = useGoods();
  const { supplier, site, auditor, phase, proposedDates } = of;
  return (
    <Link to="/qualifications/$id" params={{ id: of.qualificationId }} className="visit">
      <span className="visit-name">{supplier.name}</span>
      <span className="visit-about">
        {[province(site.province), auditor?.name ?? say('office.visits.no-auditor')].join(' · ')}
      </span>
      {phase === 'visit-proposed' && (
        <span className="visit-proposed">
          {say('office.visits.proposed', { count: proposedDates.length })}
        </span>
      )}
    </Link>
  );
}
