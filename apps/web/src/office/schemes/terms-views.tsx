import { GRADES_WITH_VALIDITY, INPUT_CATEGORIES, certificateLapse } from '#domain';
import { Facts } from '../../ui/facts.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { useGoods } from '../goods.js';
import { LIMITS, samplingOf } from './terms.js';
import { useTermsText } from './terms-text.js';
import type { Version } from './version-data.js';

interface ViewProps {
  readonly of: Pick<Version, 'content'>;
}
/** How scores become grades. */
export function GradesView({ of: { content } }: ViewProps) {
  const say = useSay();
  const { number, share } = useForms();
  const { grade: told } = useTermsText();
  const { grades, maxOpenCritical, limitedGrade, maxNotApplicableShare, sectionFloors, values } =
    content.checklist.scoring;
  return (
    <Facts
      of={[
        ...grades.map((rule) => [say('office.schemes.grade', { grade: rule.grade }), told(rule)] as const),
        [say('office.schemes.part.maxOpenCritical'), number(maxOpenCritical)],
        [say('office.schemes.part.limitedGrade'), limitedGrade],
        [say('office.schemes.part.maxNotApplicableShare'), share(maxNotApplicableShare)],
        [
          say('office.schemes.part.sectionFloors'),
          Object.entries(sectionFloors)
            .map(([code, floor]) => `${code} ${number(floor, 2)}`)
            .join(' · '),
        ],
        [
          say('office.schemes.part.values'),
          Object.entries(values)
            .map(([answer, worth]) => `${say(`office.schemes.worth.${answer}`)} ${share(worth)}`)
            .join(' · '),
        ],
      ]}
    />
  );
}

/** How a lot of each category is inspected. */
export function SamplingView({ of: { content } }: ViewProps) {
  const { category } = useGoods();
  const { lot } = useTermsText();
  const plan = samplingOf(content);
  return <Facts of={INPUT_CATEGORIES.map(({ code }) => [category(code), lot(plan[code])] as const)} />;
}

/** Which certificates each category needs, and what follows when one of them ends. */
export function CertificatesView({ of: { content } }: ViewProps) {
  const say = useSay();
  const { category } = useGoods();
  const { span, certificates } = useTermsText();
  return (
    <Facts
      of={[
        ...INPUT_CATEGORIES.map(({ code }) => {
          const needed = certificates(content.requiredCertificates[code] ?? []);
          const lapse = say(`office.schemes.lapse.${certificateLapse(content, code)}`);
          return [category(code), needed && `${needed} · ${lapse}`] as const;
        }),
        [say('office.schemes.part.certificateGraceDays'), span({ days: content.certificateGraceDays })],
      ]}
    />
  );
}

/** How long a qualification holds, and how often something may happen again. */
export function ValidityView({ of: { content } }: ViewProps) {
  const say = useSay();
  const { number } = useForms();
  return (
    <Facts
      of={[
        ...GRADES_WITH_VALIDITY.map(
          (grade) =>
            [
              say('office.schemes.grade', { grade }),
              say('office.schemes.months', { count: content.validityMonths[grade] }),
            ] as const,
        ),
        ...LIMITS.map((limit) => [say(`office.schemes.part.${limit}`), number(content[limit])] as const),
      ]}
    />
  );
}
