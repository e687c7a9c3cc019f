import { askApproval, type AskApprovalData, type OrderAnswerView } from '#client';
import { table } from '../demo/terminal.js';
import { list } from '../demo/wording.js';
import { answerTo } from './asking.js';
import { show, type Group } from './terminal.js';

const inWords = (reasons: readonly string[]): string => list(reasons.map((one) => one.replaceAll('-', ' ')));

function answered({ mayOrder, upTo, reasons, approvals }: OrderAnswerView): readonly string[] {
  const rows = approvals.map(({ caseNumber, status, mayOrder: may, reasons: why }) => [
    ...[caseNumber, status, may ? 'yes' : 'no', inWords(why) || '-'],
  ]);
  return [
    mayOrder
      ? `  yes, up to ${upTo.usd} USD and ${upTo.units} units this month`
      : `  no: ${inWords(reasons)}`,
    ...(rows.length > 0 ? table(['case', 'status', 'may order', 'why not'], rows) : []),
  ];
}

interface Question {
  readonly supplier?: string;
  readonly number?: string;
  readonly category: AskApprovalData['query']['category'];
  readonly usd?: number;
  readonly units?: number;
  readonly on?: string;
}

/** `approvals ask` */
export const approvals: Group = (program, deskOf) => {
  program
    .command('approvals')
    .description('what you may order')
    .command('ask')
    .description('may you order from this supplier, up to what amount, and why not')
    .option('--supplier <id>', 'the supplier')
    .option('--number <number>', 'or your own number of it')
    .requiredOption('--category <category>', 'the input category, such as TRIMS')
    .option('--usd <amount>', 'what the order is worth', Number)
    .option('--units <units>', 'how many units', Number)
    .option('--on <day>', 'another day than today, such as 2026-12-24')
    .action(async ({ supplier, number, category, usd, units, on }: Question) => {
      const desk = deskOf();
      const query = {
        ...{ category },
        ...(supplier !== undefined && { supplierId: supplier }),
        ...(number !== undefined && { externalId: number }),
        ...(usd !== undefined && { amountUsd: usd }),
        ...(units !== undefined && { units }),
        ...(on !== undefined && { on }),
      };
      show(desk, await answerTo(askApproval({ client: desk.client, query })), answered);
    });
};
