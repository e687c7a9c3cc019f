import { letterText, type LetterTexts } from './letter-text.js';

/** What was decided. */
export const DECISION_TEXTS: LetterTexts = {
  'assessment-passed': letterText(
    'The assessment was passed with grade {grade}.',
    'ការវាយតម្លៃបានជាប់ ដោយទទួលបានចំណាត់ថ្នាក់ {grade}។',
  ),
  'corrective-actions-required': letterText(
    'The assessment was passed on condition that what was found is corrected.',
    'ការវាយតម្លៃបានជាប់ដោយមានលក្ខខណ្ឌ៖ ត្រូវកែតម្រូវអ្វីដែលបានរកឃើញ។',
  ),
  'qualification-rejected': letterText('The qualification was refused.', 'ការទទួលស្គាល់គុណវុឌ្ឍិត្រូវបានបដិសេធ។'),
  'qualification-granted': letterText(
    'The qualification was granted{conditional, select, true { with conditions} other {}}: grade {grade}, valid until {until}.',
    'បានផ្តល់ការទទួលស្គាល់គុណវុឌ្ឍិ{conditional, select, true {ដោយមានលក្ខខណ្ឌ} other {}}៖ ចំណាត់ថ្នាក់ {grade} មានសុពលភាពដល់ថ្ងៃ {until}។',
  ),
  'qualification-downgraded': letterText(
    'The qualification is conditional from now on.',
    'ចាប់ពីពេលនេះ ការទទួលស្គាល់គុណវុឌ្ឍិមានលក្ខខណ្ឌ។',
  ),
  'conditions-met': letterText(
    'All conditions are met: the qualification is a full one again.',
    'បានបំពេញលក្ខខណ្ឌទាំងអស់៖ ការទទួលស្គាល់គុណវុឌ្ឍិមានពេញលេញវិញ។',
  ),
  'qualification-suspended': letterText(
    'The qualification is suspended and does not count for the time being.',
    'ការទទួលស្គាល់គុណវុឌ្ឍិត្រូវបានផ្អាក ហើយមិនមានប្រសិទ្ធភាពជាបណ្តោះអាសន្ន។',
  ),
  'suspension-confirmed': letterText('A second officer confirmed the suspension.', 'មន្ត្រីទីពីរបានបញ្ជាក់ការផ្អាក។'),
  'suspension-dismissed': letterText('The suspension has fallen.', 'ការផ្អាកត្រូវបានលុបចោល។'),
  'qualification-reinstated': letterText(
    'The qualification counts again.',
    'ការទទួលស្គាល់គុណវុឌ្ឍិមានប្រសិទ្ធភាពឡើងវិញ។',
  ),
  'qualification-revoked': letterText('The qualification was taken away.', 'ការទទួលស្គាល់គុណវុឌ្ឍិត្រូវបានដកហូត។'),
  'qualification-renewed': letterText(
    'The qualification was renewed: grade {grade}, valid until {until}.',
    'ការទទួលស្គាល់គុណវុឌ្ឍិត្រូវបានបន្ត៖ ចំណាត់ថ្នាក់ {grade} មានសុពលភាពដល់ថ្ងៃ {until}។',
  ),
  'qualification-lapsed': letterText('The case has ended.', 'សំណុំរឿងបានបញ្ចប់។'),
  'qualification-withdrawn': letterText('The case was withdrawn.', 'សំណុំរឿងត្រូវបានដកចេញ។'),
  'approval-declined': letterText('A buyer has declined to approve you.', 'អ្នកទិញម្នាក់បានបដិសេធមិនអនុម័តអ្នក។'),
  'appeal-decided': letterText(
    'The appeal was decided: {result, select, upheld {the decision stands} overturned {the decision falls} other {the decision stands in part}}.',
    'បណ្តឹងតវ៉ាត្រូវបានសម្រេច៖ {result, select, upheld {សេចក្តីសម្រេចនៅដដែល} overturned {សេចក្តីសម្រេចត្រូវបានលុបចោល} other {សេចក្តីសម្រេចនៅដដែលមួយផ្នែក}}។',
  ),
};
