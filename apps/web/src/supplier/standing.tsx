import type { QualificationView } from '#client';
import { Anchor, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import { useCase } from '../server/cases.js';
import { useForms } from '../words/forms.js';
import { useSay } from '../words/words.js';
import { certificationName } from './apply/forms.js';
import { scoreQuery, sectionsQuery } from '../server/case-parts.js';
import { CaseName } from './case-name.js';
import { Approvals } from './case/approvals.js';
import { Due } from '../ui/due.js';
import { PublicCheck } from './public-check.js';
import { Section } from '../ui/section.js';
import './supplier.css';

/** What a firm has: grade, scope, until when, certificates, who approved it, and how others can check it. */
export function Standing() {
  const say = useSay();
  const { id } = useParams({ from: '/qualifications/$id/standing' });
  const one = useCase(id);
  return (
    <Stack>
      <div>
        <Anchor component={Link} to={`/qualifications/${id}`} className="way">
          {say('shell.back-to-case')}
        </Anchor>
        <Title order={1}>{say('supplier.standing.title')}</Title>
        <CaseName of={one} />
      </div>
      <Grade of={one} />
      <Sections caseId={id} />
      <Certificates caseId={id} />
      <Approvals of={one} />
      {one.stage === 'qualified' && <PublicCheck caseId={id} />}
      <OnePage caseId={id} />
    </Stack>
  );
}

/** The grade in a word, and how much of the time is left. */
function Grade({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const { day } = useForms();
  const grade = of.grade ?? of.audit.current?.grade;
  const begun = Date.parse(of.openedAt);
  const end = of.validUntil ? Date.parse(of.validUntil) : undefined;
  const left = end ? Math.max(0, Math.min(1, (end - Date.now()) / Math.max(1, end - begun))) : 0;
  return (
    <Paper withBorder p="md" className="do-now">
      <Stack gap="xs">
        <Text size="xl" fw={600}>
          {grade ? say('supplier.standing.grade', { grade }) : say('supplier.standing.no-grade')}
        </Text>
        <Text fw={600}>{say(`supplier.standing-state.${of.substate}`)}</Text>
        {of.validUntil && (
          <>
            <Text>{say('supplier.standing.until', { day: day(of.validUntil) })}</Text>
            <Progress
              value={100 * left}
              aria-label={say('supplier.standing.left', { percent: Math.round(100 * left) })}
            />
          </>
        )}
        {of.conditions.map((condition) => (
          <Text key={condition}>{say(`supplier.condition.${condition}`)}</Text>
        ))}
      </Stack>
    </Paper>
  );
}

const PRINTED = ['km', 'en'] as const;
/** What a buyer reads of the firm on one page, to print and to send on. */
function OnePage({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  return (
    <Section id="one-page" title={say('supplier.one-page.title')}>
      <Text>{say('supplier.one-page.hint')}</Text>
      <Group gap="xs">
        {PRINTED.map((language) => (
          <Anchor
            key={language}
            href={`/v1/qualifications/${caseId}/one-page.pdf?language=${language}`}
            target="_blank"
            rel="noreferrer"
            className="way"
          >
            <FileText aria-hidden size={18} /> {say(`supplier.one-page.${language}`)}
          </Anchor>
        ))}
      </Group>
    </Section>
  );
}

/** How each part of the checklist came out. */
function Sections({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const { number } = useForms();
  const { data } = useQuery(scoreQuery(caseId));
  if (!data?.breakdown) return null;
  return (
    <Section id="sections" title={say('supplier.standing.sections')}>
      <ul className="plain-list">
        {data.breakdown.sections
          .filter(({ score }) => score !== undefined)
          .map(({ section, score = 0, belowFloor }) => (
            <li key={section}>
              <Group justify="space-between" wrap="nowrap">
                <Text>{say(`supplier.checklist.${section}`)}</Text>
                <Text fw={600}>{number(score)}</Text>
              </Group>
              <Progress value={score} color={belowFloor ? 'red' : undefined} aria-hidden />
              {belowFloor && <Text size="sm">{say('supplier.standing.below-floor')}</Text>}
            </li>
          ))}
      </ul>
    </Section>
  );
}

interface Certificate {
  readonly scheme: string;
  readonly number: string;
  readonly validTo: string;
}
/** Certificates with their ends, and the way to a newer one. */
function Certificates({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const { data } = useSuspenseQuery(sectionsQuery(caseId));
  const content = data.find(({ item }) => item === 'certificates')?.content as
    { readonly certificates?: readonly Certificate[] } | undefined;
  const list = content?.certificates ?? [];
  return (
    <Section id="certificates" title={say('supplier.standing.certificates')}>
      {list.length === 0 && <Text>{say('supplier.standing.no-certificates')}</Text>}
      <ul className="plain-list">
        {list.map(({ scheme, number, validTo }) => (
          <li key={`${scheme} ${number}`}>
            <Text fw={600}>{certificationName(scheme)}</Text>
            <Text size="sm">{number}</Text>
            <Due at={`${validTo}T16:59:59.999Z`} />
          </li>
        ))}
      </ul>
      <Anchor component={Link} to={`/qualifications/${caseId}/apply/certificates`} className="way">
        {say('supplier.standing.renew-certificate')}
      </Anchor>
    </Section>
  );
}
