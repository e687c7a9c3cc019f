import { INPUT_CATEGORIES, certificateLapse, type Grade } from '#domain';
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
const monthsOf = (months: Readonly<Record<string, number>>, grade: Grade): number | undefined =>
  months[grade];

/** How scores become grades, and how long each holds. */
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

/** How long a qualification holds, what an ended certificate does, how often something may happen again. */
export function ValidityView({ of: { content } }: ViewProps) {
  const say = useSay();
  const { number } = useForms();
  const { category } = useGoods();
  const { span } = useTermsText();
  const { validityMonths, certificateGraceDays, checklist } = content;
  return (
    <Facts
      of={[
        ...checklist.scoring.grades.map(({ grade }) => {
          const count = monthsOf(validityMonths, grade);
          return [
            say('office.schemes.grade', { grade }),
            count !== undefined && say('office.schemes.months', { count }),
          ] as const;
        }),
        [say('office.schemes.part.certificateGraceDays'), span({ days: certificateGraceDays })],
        [
          say('office.schemes.lapsed'),
          INPUT_CATEGORIES.map(
            ({ code }) =>
              `${category(code)}: ${say(`office.schemes.lapse.${certificateLapse(content, code)}`)}`,
          ).join(' · '),
        ],
        ...LIMITS.map((limit) => [say(`office.schemes.part.${limit}`), number(content[limit])] as const),
      ]}
    />
  );
}
