import type { QualificationView } from '#client';
import { Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useSay } from '../../words/words.js';
import './case.css';

const PAGES = ['', '/completeness', '/assign', '/review'] as const;
export type CasePage = (typeof PAGES)[number];

interface CaseHeadProps {
  readonly of: QualificationView;
  readonly page: CasePage;
}
/** Whose case this is, and its pages. */
export function CaseHead({ of, page }: CaseHeadProps) {
  const say = useSay();
  return (
    <Stack gap="xs">
      <Title order={1}>{of.supplier.name}</Title>
      <Text c="var(--frame-quiet)">
        {[of.caseNumber, say(`office.category.${of.category}`), of.site.name].filter(Boolean).join(' · ')}
      </Text>
      <nav aria-label={say('office.case.pages')}>
        <ul className="case-pages">
          {PAGES.map((one) => (
            <li key={one}>
              <Link
                to={`/qualifications/$id${one}`}
                params={{ id: of.id }}
                className="case-page-link"
                activeOptions={{ exact: true }}
                aria-current={one === page ? 'page' : undefined}
              >
                {say(`office.case.page.${one.slice(1) || 'overview'}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </Stack>
  );
}
