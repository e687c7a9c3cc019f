import type { ScoringRules } from '#domain';
import { DraftForm } from './draft-form.js';
import { GradeFields } from './grade-fields.js';
import { usePartProblems } from './part-problems.js';
import { Floors, Limits, Worth } from './scoring-fields.js';
import { PLACES, gradesOf, withGrades } from './terms.js';
import { useDraft } from './use-draft.js';
import type { Version } from './version-data.js';

/** How the score of an audit becomes a grade. */
export function GradesForm({ of }: { readonly of: Version }) {
  const form = useDraft<ScoringRules>({ of, kept: gradesOf(of.content), into: withGrades });
  const { errorAt, isWrong } = usePartProblems(form.content, ...PLACES.grades);
  const fields = { draft: form.draft, errorAt, onChange: form.change };
  return (
    <DraftForm of={of} form={form} isWrong={isWrong}>
      <GradeFields {...fields} />
      <Limits {...fields} />
      <Floors of={of} {...fields} />
      <Worth {...fields} />
    </DraftForm>
  );
}
