import type { AuditorSkillsView } from '#contracts';

export interface AuditorSkillsRow extends Omit<AuditorSkillsView, 'recordedAt'> {
  readonly recordedAt: Date;
}
export const auditorSkillsView = ({ recordedAt, ...row }: AuditorSkillsRow): AuditorSkillsView => ({
  ...row,
  recordedAt: recordedAt.toISOString(),
});
