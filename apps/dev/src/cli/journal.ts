import { verifyJournal, type JournalVerification } from '#client';
import { answerTo } from './asking.js';
import { show, type Group } from './terminal.js';

/** The journal of a case was changed behind its back: not a refusal, and yet no success. */
export class NotIntact extends Error {}

const verified = ({ intact, entries, reliances, anchor, faults }: JournalVerification): readonly string[] => [
  ...faults.map(({ seq, fault }) => `  entry ${seq}: ${fault.replaceAll('-', ' ')}`),
  `  ${intact ? 'whole' : 'NOT WHOLE'}: ${entries} entries, ${reliances} digests of facts; ` +
    (anchor
      ? `entry ${anchor.seq} ${anchor.matches ? 'is as it was anchored' : 'IS NOT AS IT WAS ANCHORED'}`
      : 'not anchored yet'),
];

/** `verify CASE` */
export const journal: Group = (program, deskOf) => {
  program
    .command('verify <case>')
    .description('compute the hash chain of a case anew, and compare it with what was anchored')
    .action(async (id: string) => {
      const desk = deskOf();
      const found = await answerTo(verifyJournal({ client: desk.client, path: { id } }));
      show(desk, found, verified);
      if (!found.intact || found.anchor?.matches === false) throw new NotIntact();
    });
};
