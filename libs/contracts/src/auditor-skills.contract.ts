import { z } from 'zod';
import { distinct, id, instant } from './primitives.js';
import { inputCategory } from './qualifications.contract.js';
import { province } from './suppliers.contract.js';

const language = z.string().regex(/^[a-z]{2}$/, 'must be an ISO 639-1 code, for example km');
const skills = {
  languages: distinct(language, 0, 20),
  categories: distinct(inputCategory, 0, 20),
  provinces: distinct(province, 0, 25).meta({ description: 'Where they go.' }),
};
export const SetAuditorSkills = z.strictObject(skills).meta({ id: 'SetAuditorSkills' });
export type SetAuditorSkills = z.infer<typeof SetAuditorSkills>;

export const AuditorSkillsView = z
  .object({
    personId: id,
    ...skills,
    recordedBy: id,
    recordedAt: instant,
    version: z.number().int().meta({ description: 'What If-Match takes, in quotes.' }),
  })
  .meta({ id: 'AuditorSkillsView' });
export type AuditorSkillsView = z.infer<typeof AuditorSkillsView>;
