import {
  getInspection,
  getLotSample,
  type LotPlanView,
  type LotSampleView,
  type QualificationView,
} from '#client';
import { Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useCase } from '../../server/cases.js';
import { told } from '../../server/told.js';
import { allowed } from '../../ui/ask-button.js';
import { Empty } from '../../ui/empty.js';
import { PhotoUpload } from '../../ui/photo-upload.js';
import { Conflict, SavedMark } from '../../ui/saved.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Fold } from '../../ui/fold.js';
import { isReceived, useOwnFact } from '../own-fact.js';
import { Plan } from '../pilots/plan.js';
import { useOrder, type Lot } from '../pilots/use-order.js';
import { Section } from '../section.js';
import { Counter } from './counter.js';
import { Judge } from './judge.js';
import { isWhole, liveVerdict, NOTHING_YET, type InspectionDraft } from './live-verdict.js';
import { OtherChecks } from './other-checks.js';
import { Verdict } from './verdict.js';
import '../buyer.css';
import './inspection.css';

/** The inspection of one lot: units as they were drawn, counts by class, and what they come to. */
export function Inspection() {
  const say = useSay();
  const { number } = useForms();
  const { caseId, pilotId, lot: nth } = useParams({ from: '/pilots/$caseId/$pilotId/lots/$lot' });
  const one = useCase(caseId);
  const lot = useOrder(caseId, pilotId).lots.find((each) => String(each.lot) === nth);
  const may = lot && allowed(one, 'judge-lot', { pilotId, lot: lot.lot });
  return (
    <Stack>
      <Title order={1}>{say('buyer.inspect.title', { supplier: one.supplier.name })}</Title>
      <Link to="/pilots/$caseId/$pilotId" params={{ caseId, pilotId }} className="text-link">
        {say('buyer.inspect.back')}
      </Link>
      {lot && (
        <Text fw={600}>{say('buyer.lot', { lot: lot.lot, size: number(lot.quantity ?? lot.size) })}</Text>
      )}
      {lot?.plan && may ? (
        <Record one={one} pilotId={pilotId} lot={lot} plan={lot.plan} />
      ) : (
        <Empty
          text={say(
            lot?.phase === 'awaiting-inspection' ? 'buyer.inspect.no-inspector' : 'buyer.inspect.not-now',
          )}
        />
      )}
    </Stack>
  );
}

interface RecordProps {
  readonly one: QualificationView;
  readonly pilotId: string;
  readonly lot: Lot;
  readonly plan: LotPlanView;
}
function Record({ one, pilotId, lot, plan }: RecordProps) {
  const say = useSay();
  const path = { id: one.id, pilotId, lot: lot.lot };
  const { data: sample } = useSuspenseQuery({
    queryKey: ['case', one.id, 'sample', pilotId, lot.lot, lot.seed ?? ''],
    queryFn: () => told(getLotSample({ path })),
  });
  const own = useOwnFact<Partial<InspectionDraft>>(placeOf(one.id, pilotId, lot), () =>
    getInspection({ path }),
  );
  const draft: InspectionDraft = { ...NOTHING_YET, ...own.value };
  const verdict = liveVerdict(draft, plan, sample.lotSize);
  const set = (next: InspectionDraft) => own.change(next, !isWhole(next));
  if (!own.ready) return null;
  return (
    <>
      <Counter draft={draft} set={set} sample={sample} />
      <Verdict of={verdict} draft={draft} plan={plan} />
      <Section title={say('buyer.plan.title')}>
        <Plan plan={plan} found={draft.found} />
      </Section>
      <OtherChecks draft={draft} set={set} />
      <Section title={say('buyer.inspect.photos')}>
        <PhotoUpload
          place={{ caseId: one.id, target: 'inspection', item: `${pilotId}:${lot.lot}` }}
          label={say('buyer.inspect.photos.of')}
        />
      </Section>
      <Section title={say('buyer.inspect.judge')}>
        <Text size="sm">{say('buyer.inspect.saved-where')}</Text>
        <SavedMark saved={own.saved} />
        <Conflict
          saved={own.saved}
          mine={draft}
          show={(value) => <Counts of={{ ...NOTHING_YET, ...value }} />}
        />
        <Judge
          one={one}
          pilotId={pilotId}
          lot={lot.lot}
          verdict={verdict}
          isSent={isWhole(draft) && isReceived(own)}
        />
      </Section>
      <Drawn of={sample} inspected={draft.inspected} />
    </>
  );
}

/** After its rework a lot is inspected on a paper of its own. */
const placeOf = (caseId: string, pilotId: string, { lot, reworked }: Lot) => ({
  name: `inspection/${caseId}/${pilotId}/${lot}/${reworked ? 2 : 1}`,
  caseId,
  url: `/v1/qualifications/${caseId}/pilot-orders/${pilotId}/lots/${lot}/inspection`,
  method: 'PUT' as const,
});

const Counts = ({ of: { inspected, found } }: { readonly of: InspectionDraft }) => {
  const say = useSay();
  return <Text>{say('buyer.inspect.counts', { inspected, ...found })}</Text>;
};

/** The units of the sample in the order in which they were drawn. */
function Drawn({
  of: { units, seed },
  inspected,
}: {
  readonly of: LotSampleView;
  readonly inspected: number;
}) {
  const say = useSay();
  const { number } = useForms();
  return (
    <Fold title={say('buyer.inspect.drawn', { count: units.length })}>
      <Text size="sm">{say('buyer.inspect.drawn.how', { seed })}</Text>
      <ol className="drawn-units">
        {units.map((unit, nth) => (
          <li key={unit} data-done={nth < inspected} aria-current={nth === inspected ? 'step' : undefined}>
            {number(unit)}
          </li>
        ))}
      </ol>
    </Fold>
  );
}
