import type { PotentialMatchView } from '#contracts';
import type { MatchRow } from '#persistence';
import { hitsOf } from '../compliance-checks/screening-hits.view.js';
import { taskView } from '../tasks/tasks.view.js';

export function potentialMatchView(row: MatchRow): PotentialMatchView {
  const { state, run, subject: check, supplierId, ...task } = row;
  const { supplierName, ...told } = taskView({ ...task, subject: check });
  const hits = hitsOf(state, run).filter(({ status }) => status !== 'cleared');
  return { ...told, supplier: { id: supplierId, name: supplierName }, check, hits };
}
