import type { QualificationView } from '#client';
import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { documentsQuery } from '../../server/case-parts.js';
import { missingOf } from './apply.js';
import { StepRow } from './step-row.js';
import { gapsIn, gapsOf, PAPERS, type Step } from './steps.js';
import { useWritten } from './use-written.js';

const isFilled = (content: object | undefined): boolean => Object.keys(content ?? {}).length > 0;

/** The papers of an application, those that must be there first; each has a page of its own. */
export function Papers({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const { number } = useForms();
  const { written } = useWritten(of.id);
  const { data: documents = [] } = useQuery(documentsQuery(of.id));
  const gaps = gapsOf(written, missingOf(of));
  const wanted = new Set(gapsOf({}, missingOf(of)).map((path) => path.split('.')[0]));
  const photosOf = (section: string): number =>
    documents.filter(
      ({ links, status, replacedById }) =>
        status !== 'refused' &&
        !replacedById &&
        links.some(
          ({ target, item, endedAt }) =>
            !endedAt &&
            (target === 'section'
              ? item === section
              : target === 'certificate' && section === 'certificates'),
        ),
    ).length;
  const row = (step: Step) => {
    const filled = isFilled(written[step.id]);
    const photos = photosOf(step.id);
    const missing = gapsIn(step, gaps).length;
    const told = [
      missing > 0
        ? say('supplier.papers.missing', { count: missing })
        : say(filled ? 'supplier.papers.filled' : 'supplier.papers.empty'),
      ...(photos > 0 ? [say('supplier.papers.photos', { count: photos, number: number(photos) })] : []),
    ];
    return (
      <li key={step.id}>
        <StepRow
          caseId={of.id}
          step={step}
          name={say(`supplier.step.${step.id}`)}
          state={told.join(' · ')}
          done={missing === 0 && filled}
        />
      </li>
    );
  };
  return (
    <Stack>
      <Title order={2}>{say('supplier.papers.needed')}</Title>
      <ul className="plain-list">{PAPERS.filter(({ id }) => wanted.has(id)).map(row)}</ul>
      <Title order={2}>{say('supplier.papers.helpful')}</Title>
      <ul className="plain-list">{PAPERS.filter(({ id }) => !wanted.has(id)).map(row)}</ul>
    </Stack>
  );
}
