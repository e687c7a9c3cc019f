import { listFigureCases, type FigureCaseView, type FigureDefinitionView } from '#client';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { Empty } from '../../ui/empty.js';
import { useFilters } from '../../ui/filters.js';
import { List } from '../../ui/list.js';
import { Loading } from '../../ui/loading.js';
import { useList } from '../../ui/pages.js';
import { ProblemText } from '../../ui/problem-text.js';
import { Unbroken } from '../../ui/unbroken.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { numberAsked, type NumberAsked } from './cases-asked.js';
import { addressOf, cohortOf, type Cohort } from './cohort.js';
import { CohortLine } from './cohort-line.js';
import { CsvLink } from './csv-link.js';
import { useCohortFilters } from './filters.js';
import { useNames } from './names.js';
import { useDefinitions } from './definitions.js';
import './programme.css';

/** The cases behind one number of a figure. */
export function FigureCases() {
  const say = useSay();
  const { figure } = useParams({ from: '/programme/$figure/cases' });
  const cohort = cohortOf(useFilters(useCohortFilters()));
  const definitions = useDefinitions();
  const of = definitions.data?.find((one) => one.figure === figure);
  const asked = numberAsked(useSearch({ strict: false }), of);
  if (definitions.isPending) return <Loading />;
  return (
    <Stack>
      <BackToFigures figure={figure} />
      <Title order={1}>{of?.title ?? say('office.programme.title')}</Title>
      {definitions.error && <ProblemText error={definitions.error} />}
      {of && asked && <Cases of={of} asked={asked} cohort={cohort} />}
      {definitions.data && !asked && <Empty text={say('office.programme.cases.none-asked')} />}
    </Stack>
  );
}

/** Back to the same cohort. */
function BackToFigures({ figure }: { readonly figure: string }) {
  const say = useSay();
  const cohort = (before: object): object =>
    Object.fromEntries(Object.entries(before).filter(([name]) => !NUMBER.includes(name)));
  return (
    <Link to="/programme" search={cohort as never} hash={figure} className="figure-csv">
      <ArrowLeft aria-hidden size={18} /> {say('office.programme.back')}
    </Link>
  );
}
const NUMBER = ['key', 'measure', 'by', 'group'];

interface CasesProps {
  readonly of: FigureDefinitionView;
  readonly asked: NumberAsked;
  readonly cohort: Cohort;
}
function Cases({ of, asked, cohort }: CasesProps) {
  const say = useSay();
  const names = useNames();
  const { figure } = of;
  const query = { ...cohort, ...asked };
  const list = useList<FigureCaseView>(['programme', figure, 'cases', query], (cursor) =>
    listFigureCases({ path: { figure }, query: { ...query, cursor } }),
  );
  const { key, measure, by, group } = asked;
  const unit = of.measures.find(({ id }) => id === measure)?.unit ?? 'cases';
  const number = [
    names.measure(measure),
    of.keys !== 'all' && names.row(of.keys, key),
    by && group && names.group(by, group),
  ];
  return (
    <>
      <Text fw={600}>{number.filter(Boolean).join(' · ')}</Text>
      <CohortLine cohort={cohort} />
      {unit !== 'cases' && <Text>{say('office.programme.cases.several')}</Text>}
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="var(--frame-quiet)" role="status">
          {!list.isPending &&
            say(list.hasNextPage ? 'office.programme.cases.first' : 'office.programme.cases.count', {
              count: list.items.length,
            })}
        </Text>
        <CsvLink
          href={addressOf(`/v1/programme/figures/${figure}/cases/csv`, query)}
          text={say('office.programme.csv')}
          of={of.title}
        />
      </Group>
      <List
        list={list}
        keyOf={({ qualificationId }) => qualificationId}
        row={(one) => <CaseRow of={one} />}
        empty={<Empty text={say('office.programme.cases.empty')} />}
      />
    </>
  );
}

function CaseRow({ of }: { readonly of: FigureCaseView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { day, number } = useForms();
  const { group } = useNames();
  const { category, province, size, womenOwned, submittedAt, qualifiedAt, value } = of;
  const about = [
    group('category', category),
    group('province', province),
    size && group('size', size),
    womenOwned && group('women-owned', 'true'),
  ];
  const when = [
    say('office.programme.cases.submitted', { day: day(submittedAt) }),
    qualifiedAt && say('office.programme.cases.qualified', { day: day(qualifiedAt) }),
    value !== null && say('office.programme.cases.days', { count: value, days: number(value) }),
  ];
  return (
    <Link to="/qualifications/$id" params={{ id: of.qualificationId }} className="row-link">
      <Paper withBorder p="md">
        <Text fw={600}>
          {of.supplierName} · <Unbroken>{of.caseNumber}</Unbroken>
        </Text>
        <Text>{sayCode('shell.place', `${of.stage}.${of.substate}`)}</Text>
        <Text size="sm">{about.filter(Boolean).join(' · ')}</Text>
        <Text size="sm" c="var(--frame-quiet)">
          {when.filter(Boolean).join(' · ')}
        </Text>
      </Paper>
    </Link>
  );
}
