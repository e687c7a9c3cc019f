import type { SchemeDeadlineKind } from '#domain';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Terms } from './terms.js';
import type { Version } from './version-data.js';

interface TermsLinkProps {
  readonly of: Pick<Version, 'schemeId' | 'id'>;
  readonly to: { readonly terms: Terms } | { readonly deadline: SchemeDeadlineKind };
  readonly className?: string;
  readonly children: ReactNode;
}
/** Leads to the page of one part of a version, or of one deadline. */
export function TermsLink({ of, to, children, className = 'office-link' }: TermsLinkProps) {
  const version = { schemeId: of.schemeId, versionId: of.id };
  return 'terms' in to ? (
    <Link
      to="/schemes/$schemeId/$versionId/terms/$terms"
      params={{ ...version, terms: to.terms }}
      className={className}
    >
      {children}
    </Link>
  ) : (
    <Link
      to="/schemes/$schemeId/$versionId/deadlines/$kind"
      params={{ ...version, kind: to.deadline }}
      className={className}
    >
      {children}
    </Link>
  );
}
