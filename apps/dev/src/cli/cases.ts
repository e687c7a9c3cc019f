import {
  getQualification,
  getScore,
  getWhatIf,
  listQualifications,
  type ListQualificationsData,
  type QualificationSummary,
  type QualificationView,
} from '#client';
import { day, duty, otherwise, place } from '../demo/wording.js';
import { answerTo } from './asking.js';
import { explained } from './explained.js';
import { orDash, paged, pageLines, show, type Desk, type Group } from './terminal.js';

type Filter = NonNullable<ListQualificationsData['query']>;

const listed = pageLines<QualificationSummary>(
  ['case', 'number', 'supplier', 'category', 'where it stands', 'next'],
  ({ id, caseNumber, supplier, category, stage, substate, ballHolders }) => {
    const [next] = ballHolders;
    return [
      ...[id, caseNumber, supplier.name, category, place({ stage, substate })],
      next ? `${duty(next.what)}${next.dueAt ? ` by ${day(next.dueAt)}` : ''}` : '-',
    ];
  },
);

const read = ({ client }: Desk, id: string) => answerTo(getQualification({ client, path: { id } }));

const shown = (seen: QualificationView): readonly string[] => [
  `  ${seen.caseNumber}  ${seen.supplier.name}, ${seen.category}`,
  `  stands      ${place(seen)}`,
  `  case time   ${day(seen.caseTime)}, entry ${seen.seq} of its journal`,
  `  grade       ${orDash(seen.grade)}`,
  `  valid until ${seen.validUntil ? day(seen.validUntil) : '-'}`,
  ...seen.ballHolders.map(
    ({ role, what, dueAt, otherwise: else_ }) =>
      `  waits for   ${role}: ${duty(what)}${dueAt ? ` by ${day(dueAt)}` : ''}, else ${otherwise(else_)}`,
  ),
];

async function explain(desk: Desk, id: string): Promise<void> {
  const { client } = desk;
  const qualification = await read(desk, id);
  const [score, whatIf] = await Promise.all([
    answerTo(getScore({ client, path: { id } })),
    answerTo(getWhatIf({ client, path: { id } })),
  ]);
  show(desk, { qualification, score, whatIf }, explained);
}

/** `cases list|show|explain` */
export const cases: Group = (program, deskOf) => {
  const group = program.command('cases').description('qualification cases');
  paged(group.command('list').description('the cases that you may see'))
    .option('--stage <stage>', 'only in this stage')
    .option('--category <category>', 'only of this input category')
    .option('--supplier <id>', 'only of this supplier')
    .action(async ({ supplier, ...filter }: Filter & { supplier?: string }) => {
      const desk = deskOf();
      const query = { ...filter, ...(supplier && { supplierId: supplier }) };
      show(desk, await answerTo(listQualifications({ client: desk.client, query })), listed);
    });
  group
    .command('show <case>')
    .description('where a case stands')
    .action(async (id: string) => {
      const desk = deskOf();
      show(desk, await read(desk, id), shown);
    });
  group
    .command('explain <case>')
    .description('who must act by when and what happens if not; why the score is what it is')
    .action((id: string) => explain(deskOf(), id));
};
