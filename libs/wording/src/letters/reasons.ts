import { DECLINE_ADVICE } from '../decline-advice.js';
import { letterText, type LetterTexts } from './letter-text.js';

/** A buyer's reasons, as the supplier reads them elsewhere too. */
const DECLINED: LetterTexts = Object.fromEntries(
  Object.entries(DECLINE_ADVICE).map(([reason, advice]) => [`declined:${reason}`, advice]),
);

/** Why it was decided. */
export const REASON_TEXTS: LetterTexts = {
  'reason:grade-reached': letterText('The audit reached grade {grade}.', 'សវនកម្មទទួលបានចំណាត់ថ្នាក់ {grade}។'),
  'reason:nonconformities': letterText(
    '{count, plural, one {One requirement is} other {# requirements are}} not met.',
    'មានលក្ខខណ្ឌតម្រូវ {count} មិនទាន់បានបំពេញ។',
  ),
  'reason:check': letterText('This check was not passed: {check}.', 'ការត្រួតពិនិត្យនេះមិនជាប់៖ {check}។'),
  'reason:failed-check': letterText('A compliance check was not passed.', 'ការត្រួតពិនិត្យអនុលោមភាពមួយមិនជាប់។'),
  'reason:forged-document': letterText('A document is not genuine.', 'ឯកសារមួយមិនមែនជាឯកសារពិត។'),
  'reason:out-of-scope': letterText(
    'The programme does not qualify what is supplied here.',
    'កម្មវិធីមិនទទួលស្គាល់ផលិតផល ឬសេវាដែលផ្គត់ផ្គង់នេះទេ។',
  ),
  'reason:grade': letterText('The grade of the audit is too low.', 'ចំណាត់ថ្នាក់សវនកម្មទាបពេក។'),
  'reason:zero-tolerance': letterText(
    'Something was found that the programme never tolerates, and a second person confirmed it.',
    'បានរកឃើញរឿងដែលកម្មវិធីមិនអាចអត់ឱនបាន ហើយមនុស្សទីពីរបានបញ្ជាក់។',
  ),
  'reason:corrective-action-overdue': letterText(
    'A corrective action was not done in time.',
    'វិធានការកែតម្រូវមួយមិនបានធ្វើទាន់ពេល។',
  ),
  'reason:pilots-failed': letterText('Pilot orders failed.', 'ការបញ្ជាទិញសាកល្បងមិនជោគជ័យ។'),
  'reason:certificate-expired': letterText(
    'A required certificate has ended, and no new one came within the grace period.',
    'វិញ្ញាបនបត្រចាំបាច់មួយបានផុតកំណត់ ហើយមិនមានថ្មីក្នុងរយៈពេលអនុគ្រោះទេ។',
  ),
  'reason:certificate-in-grace': letterText(
    'A required certificate has ended; its grace period runs.',
    'វិញ្ញាបនបត្រចាំបាច់មួយបានផុតកំណត់ ហើយកំពុងស្ថិតក្នុងរយៈពេលអនុគ្រោះ។',
  ),
  'reason:certificate-renewed': letterText('A new certificate is there.', 'មានវិញ្ញាបនបត្រថ្មីហើយ។'),
  'reason:list-hit': letterText(
    'The firm or one of its people is on a list of those nobody may deal with; two officers confirmed it.',
    'ក្រុមហ៊ុន ឬបុគ្គលម្នាក់របស់ខ្លួនមាននៅក្នុងបញ្ជីហាមឃាត់ ហើយមន្ត្រីពីរនាក់បានបញ្ជាក់។',
  ),
  'reason:critical-incident': letterText(
    'There was a serious accident or fire.',
    'មានគ្រោះថ្នាក់ធ្ងន់ធ្ងរ ឬអគ្គិភ័យ។',
  ),
  'reason:rejected-lots': letterText(
    'Two lots were rejected one after the other.',
    'ទំនិញពីរឡូត៍ត្រូវបានបដិសេធជាប់គ្នា។',
  ),
  'reason:worker-complaint': letterText(
    'A serious matter about working conditions came to the programme.',
    'កម្មវិធីបានទទួលព័ត៌មានអំពីបញ្ហាធ្ងន់ធ្ងរនៃលក្ខខណ្ឌការងារ។',
  ),
  'reason:condition-overdue': letterText('A condition was not met in time.', 'លក្ខខណ្ឌមួយមិនបានបំពេញទាន់ពេល។'),
  'reason:fraud-suspected': letterText('Fraud is suspected.', 'មានការសង្ស័យថាមានការក្លែងបន្លំ។'),
  'reason:fraud': letterText('There was fraud.', 'មានការក្លែងបន្លំ។'),
  'reason:cause-not-closed': letterText(
    'The cause of the suspension was not closed in time.',
    'មូលហេតុនៃការផ្អាកមិនត្រូវបានដោះស្រាយទាន់ពេល។',
  ),
  'reason:approved-conditionally': letterText(
    'The buyer approved with conditions.',
    'អ្នកទិញបានអនុម័តដោយមានលក្ខខណ្ឌ។',
  ),
  'reason:surveillance-score': letterText(
    'A later visit or review found less than the grade asks for.',
    'ការចុះពិនិត្យ ឬការត្រួតពិនិត្យក្រោយ បានរកឃើញថាទាបជាងចំណាត់ថ្នាក់។',
  ),
  'reason:change-reported': letterText(
    'A change at the firm touches what was assessed.',
    'ការផ្លាស់ប្តូរនៅក្រុមហ៊ុនប៉ះពាល់អ្វីដែលបានវាយតម្លៃ។',
  ),
  'reason:reinstated-conditionally': letterText(
    'It was reinstated with something still open.',
    'បានស្តារឡើងវិញ ខណៈនៅមានរឿងមិនទាន់ដោះស្រាយ។',
  ),
  'reason:closed': letterText('Everything that was open is closed.', 'អ្វីៗដែលនៅសល់ត្រូវបានដោះស្រាយអស់ហើយ។'),
  'reason:second-person-disagreed': letterText(
    'A second person did not confirm it, or did not in time.',
    'មនុស្សទីពីរមិនបានបញ្ជាក់ ឬមិនបានបញ្ជាក់ទាន់ពេល។',
  ),
  'reason:draft-idle': letterText(
    'The draft was not worked on for too long.',
    'សេចក្តីព្រាងមិនត្រូវបានកែប្រែយូរពេក។',
  ),
  'reason:time-ran-out': letterText('Its last day has passed.', 'ថ្ងៃចុងក្រោយនៃសុពលភាពបានកន្លងផុត។'),
  'reason:other': letterText(
    'For a reason that the programme office tells you directly.',
    'ដោយមូលហេតុដែលការិយាល័យកម្មវិធីនឹងប្រាប់អ្នកដោយផ្ទាល់។',
  ),
  'withdrawn:no-longer-interested': letterText('You are no longer interested.', 'អ្នកលែងចាប់អារម្មណ៍។'),
  'withdrawn:cost': letterText('It costs you too much.', 'ចំណាយច្រើនពេកសម្រាប់អ្នក។'),
  'withdrawn:closed-business': letterText('The business was closed.', 'អាជីវកម្មត្រូវបានបិទ។'),
  'withdrawn:reapply-later': letterText('You want to apply again later.', 'អ្នកចង់ដាក់ពាក្យម្ដងទៀតនៅពេលក្រោយ។'),
  'withdrawn:other': letterText('You withdrew it.', 'អ្នកបានដកវាចេញ។'),
  'withdrawn:information-not-given': letterText(
    'What the programme office asked for did not come in time.',
    'ព័ត៌មានដែលការិយាល័យកម្មវិធីស្នើសុំមិនបានមកដល់ទាន់ពេល។',
  ),
  'withdrawn:visit-refused': letterText(
    'No date for the visit was accepted.',
    'មិនមានកាលបរិច្ឆេទសម្រាប់ការចុះពិនិត្យត្រូវបានទទួលយកទេ។',
  ),
  ...DECLINED,
  'ground:fact-error': letterText(
    'You appealed because a fact was wrong.',
    'អ្នកបានតវ៉ាព្រោះមានអង្គហេតុមិនត្រឹមត្រូវ។',
  ),
  'ground:evidence-not-seen': letterText(
    'You appealed because evidence was not looked at.',
    'អ្នកបានតវ៉ាព្រោះភស្តុតាងមិនត្រូវបានពិនិត្យ។',
  ),
  'ground:rule-misapplied': letterText(
    'You appealed because a rule was applied wrongly.',
    'អ្នកបានតវ៉ាព្រោះវិធានត្រូវបានអនុវត្តមិនត្រឹមត្រូវ។',
  ),
  'ground:conflict-of-interest': letterText(
    'You appealed because somebody who decided had an interest of their own.',
    'អ្នកបានតវ៉ាព្រោះអ្នកសម្រេចមានផលប្រយោជន៍ផ្ទាល់ខ្លួន។',
  ),
};
