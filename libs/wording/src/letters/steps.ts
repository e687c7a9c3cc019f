import { letterText, type LetterTexts } from './letter-text.js';

/** What a decision rests on. */
export const BASIS_TEXTS: LetterTexts = {
  'basis:score': letterText(
    'The audit: grade {grade}, {total} of 100.',
    'សវនកម្ម៖ ចំណាត់ថ្នាក់ {grade} ពិន្ទុ {total} លើ 100។',
  ),
  'basis:finding': letterText('{item} ({severity}): {question}', '{item} ({severity})៖ {question}'),
  'basis:open': letterText('{subject} ({severity}).', '{subject} ({severity})។'),
  'basis:check': letterText('Not passed: {check}.', 'មិនជាប់៖ {check}។'),
  'basis:paper': letterText('What stands in: {paper}.', 'អ្វីដែលមាននៅក្នុង៖ {paper}។'),
};

/** What the supplier can do next, and what it must. */
export const STEP_TEXTS: LetterTexts = {
  'next:invite-buyers': letterText(
    'Let buyers read the case, so that they can place a pilot order.',
    'សូមអនុញ្ញាតឱ្យអ្នកទិញអានសំណុំរឿង ដើម្បីឱ្យគេអាចបញ្ជាទិញសាកល្បង។',
  ),
  'next:keep-valid': letterText(
    'It counts until {until}, as long as your certificates are valid and you report changes.',
    'វាមានប្រសិទ្ធភាពដល់ថ្ងៃ {until} ដរាបណាវិញ្ញាបនបត្ររបស់អ្នកនៅមានសុពលភាព ហើយអ្នករាយការណ៍ពីការផ្លាស់ប្តូរ។',
  ),
  'next:renew': letterText('You can renew it from {from}.', 'អ្នកអាចបន្តវាបានចាប់ពីថ្ងៃ {from}។'),
  'next:buyers-confirm': letterText(
    'Each buyer that had approved you is asked to confirm its approval.',
    'អ្នកទិញម្នាក់ៗដែលបានអនុម័តអ្នក ត្រូវបានស្នើឱ្យបញ្ជាក់ការអនុម័តរបស់ខ្លួន។',
  ),
  'next:no-approval-counts': letterText(
    'No approval of a buyer counts while it is suspended.',
    'ការអនុម័តរបស់អ្នកទិញមិនមានប្រសិទ្ធភាពទេ ក្នុងពេលផ្អាក។',
  ),
  'next:approvals-withdrawn': letterText(
    'All approvals of buyers have ended with it.',
    'ការអនុម័តទាំងអស់របស់អ្នកទិញបានបញ្ចប់ជាមួយគ្នា។',
  ),
  'next:assessed-again': letterText(
    'The case is assessed again, by people who did not make the decision.',
    'សំណុំរឿងនឹងត្រូវវាយតម្លៃម្ដងទៀត ដោយអ្នកដែលមិនបានធ្វើសេចក្តីសម្រេចនោះ។',
  ),
  'next:appeal-ended': letterText(
    'There is no further appeal within the programme against this decision.',
    'មិនមានការតវ៉ាបន្តទៀតក្នុងកម្មវិធីចំពោះសេចក្តីសម្រេចនេះទេ។',
  ),
  'next:other-buyers': letterText(
    'This ends with that buyer only: others may still order from you and approve you.',
    'វាបញ្ចប់តែជាមួយអ្នកទិញនោះប៉ុណ្ណោះ៖ អ្នកទិញផ្សេងនៅតែអាចបញ្ជាទិញ និងអនុម័តអ្នក។',
  ),
  'next:appeal': letterText(
    'You may appeal until {until}. Two people who had nothing to do with the case decide on it.',
    'អ្នកអាចតវ៉ាបានដល់ថ្ងៃ {until}។ មនុស្សពីរនាក់ដែលមិនពាក់ព័ន្ធនឹងសំណុំរឿងនឹងសម្រេច។',
  ),
  'next:appealed': letterText('You have appealed against it.', 'អ្នកបានតវ៉ាចំពោះវារួចហើយ។'),
  'next:reapply': letterText('You may apply again from {from}.', 'អ្នកអាចដាក់ពាក្យម្ដងទៀតចាប់ពីថ្ងៃ {from}។'),
  'next:reapply-now': letterText('You may apply again at any time.', 'អ្នកអាចដាក់ពាក្យម្ដងទៀតបានគ្រប់ពេល។'),
  'next:end-suspension': letterText(
    'Close the cause {until, select, none {soon} other {until {until}}}; otherwise the qualification is taken away.',
    'សូមដោះស្រាយមូលហេតុ{until, select, none {ឱ្យបានឆាប់} other {ឱ្យបានមុនថ្ងៃ {until}}} បើមិនដូច្នេះទេ ការទទួលស្គាល់គុណវុឌ្ឍិនឹងត្រូវដកហូត។',
  ),
  'next:meet-conditions': letterText(
    'Meet the conditions {until, select, none {soon} other {until {until}}}; otherwise the qualification is suspended.',
    'សូមបំពេញលក្ខខណ្ឌ{until, select, none {ឱ្យបានឆាប់} other {ឱ្យបានមុនថ្ងៃ {until}}} បើមិនដូច្នេះទេ ការទទួលស្គាល់គុណវុឌ្ឍិនឹងត្រូវផ្អាក។',
  ),
  'next:close': letterText('Still open: {subject}.', 'នៅមិនទាន់ដោះស្រាយ៖ {subject}។'),
  'next:correct': letterText(
    'Correct {subject} ({severity}) until {until}.',
    'សូមកែតម្រូវ {subject} ({severity}) ឱ្យបានមុនថ្ងៃ {until}។',
  ),
};
