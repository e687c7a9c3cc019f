import { message, type Messages } from '../message.js';

/** What is found of chemicals, of origin and of wages. */
export const SUBSTANCE_EXPLANATIONS: Messages = {
  'inventory-missing': message('No chemical inventory was handed in.', 'មិនបានដាក់បញ្ជីសារធាតុគីមីទេ។'),
  'no-chemicals-declared': message(
    'The inventory says that no chemical is used.',
    'បញ្ជីបញ្ជាក់ថាមិនប្រើសារធាតុគីមីទេ។',
  ),
  'inventory-judged': message(
    '{rows} rows were judged, with {remarks} remarks; {told} are told here.',
    'បានវាយតម្លៃ {rows} ជួរ មានកំណត់សម្គាល់ {remarks}។ បង្ហាញ {told}។',
  ),
  'cas-missing': message('Row {row} has no CAS number.', 'ជួរ {row} មិនមានលេខ CAS ទេ។'),
  'cas-undisclosed': message('Row {row} keeps its CAS number secret.', 'ជួរ {row} លាក់លេខ CAS។'),
  'cas-not-a-number': message('Row {row} has no valid CAS number.', 'លេខ CAS ក្នុងជួរ {row} មិនត្រឹមត្រូវ។'),
  'sds-missing': message('Row {row} has no safety data sheet.', 'ជួរ {row} មិនមានតារាងទិន្នន័យសុវត្ថិភាពទេ។'),
  'sds-too-old': message(
    'The safety data sheet of row {row} is of {sdsDate}, more than five years old.',
    'តារាងទិន្នន័យសុវត្ថិភាពនៃជួរ {row} ចុះថ្ងៃ {sdsDate} ចាស់ជាងប្រាំឆ្នាំ។',
  ),
  'sds-date-in-future': message(
    'The safety data sheet of row {row} is dated {sdsDate}, which has not come.',
    'តារាងទិន្នន័យសុវត្ថិភាពនៃជួរ {row} ចុះថ្ងៃ {sdsDate} ដែលមិនទាន់មកដល់។',
  ),
  'substance-above-limit': message(
    'Row {row}: {cas} ({group}) is restricted and above its limit.',
    'ជួរ {row}៖ {cas} ({group}) ត្រូវបានកម្រិត ហើយលើសកម្រិត។',
  ),
  'substance-within-limit': message(
    'Row {row}: {cas} ({group}) is restricted and within its limit.',
    'ជួរ {row}៖ {cas} ({group}) ត្រូវបានកម្រិត ហើយស្ថិតក្នុងកម្រិត។',
  ),
  'substance-restricted-by-brands': message(
    'Row {row}: {cas} ({group}) is restricted by some brands.',
    'ជួរ {row}៖ {cas} ({group}) ត្រូវបានម៉ាកខ្លះកម្រិត។',
  ),
  'substance-of-other-material': message(
    'Row {row}: {cas} ({group}) is restricted in other materials.',
    'ជួរ {row}៖ {cas} ({group}) ត្រូវបានកម្រិតក្នុងវត្ថុធាតុផ្សេង។',
  ),
  'exception-covers': message(
    'Row {row}: an exception covers {cas} ({group}).',
    'ជួរ {row}៖ មានការលើកលែងសម្រាប់ {cas} ({group})។',
  ),
  'exception-needs-use': message(
    'Row {row}: an exception may cover {cas} ({group}), if the use is told.',
    'ជួរ {row}៖ អាចមានការលើកលែងសម្រាប់ {cas} ({group}) ប្រសិនបើប្រាប់ការប្រើប្រាស់។',
  ),
  'cost-sheet-missing': message('No cost sheet was handed in.', 'មិនបានដាក់តារាងចំណាយទេ។'),
  'no-origin-claimed': message('No origin is claimed.', 'មិនបានអះអាងដើមកំណើតទេ។'),
  'costs-differ-from-price': message(
    'The costs of {product} do not make its price.',
    'ចំណាយនៃ {product} មិនស្មើតម្លៃរបស់វាទេ។',
  ),
  'programme-unknown': message(
    'A trade programme is not known: {programme}.',
    'មិនស្គាល់កម្មវិធីពាណិជ្ជកម្ម៖ {programme}។',
  ),
  'claim-does-not-hold': message(
    'By its cost sheet {product} has no origin under {programme}.',
    'តាមតារាងចំណាយ {product} មិនមានដើមកំណើតតាម {programme} ទេ។',
  ),
  'claim-cannot-be-judged': message(
    'The origin of {product} under {programme} cannot be judged: {missing}.',
    'មិនអាចវាយតម្លៃដើមកំណើតនៃ {product} តាម {programme}៖ {missing}។',
  ),
  'claim-holds': message(
    'The origin of {product} under {programme} holds.',
    'ដើមកំណើតនៃ {product} តាម {programme} ត្រឹមត្រូវ។',
  ),
  'claim-holds-line-to-check': message(
    'The origin of {product} under {programme} holds; some lines lost the preference.',
    'ដើមកំណើតនៃ {product} តាម {programme} ត្រឹមត្រូវ។ មុខទំនិញខ្លះបាត់អនុគ្រោះភាព។',
  ),
  'preference-withdrawn': message(
    'The preference of {programme} is withdrawn for {product}.',
    'អនុគ្រោះភាព {programme} ត្រូវបានដកសម្រាប់ {product}។',
  ),
  'no-minimum-wage-in-sector': message(
    'The law sets no minimum wage for this sector.',
    'ច្បាប់មិនកំណត់ប្រាក់ឈ្នួលអប្បបរមាសម្រាប់វិស័យនេះទេ។',
  ),
  'payroll-missing': message(
    'Something of the payroll is missing, so wages cannot be judged.',
    'ខ្វះព័ត៌មានបញ្ជីប្រាក់ខែ ដូច្នេះមិនអាចវាយតម្លៃប្រាក់ឈ្នួលបានទេ។',
  ),
  'parameter-missing': message(
    'The minimum wage of {month} is not loaded: an officer looks it up.',
    'ប្រាក់ឈ្នួលអប្បបរមានៃ {month} មិនទាន់ផ្ទុកទេ៖ មន្ត្រីត្រូវពិនិត្យ។',
  ),
  'probation-parameter-missing': message(
    'The wage on probation of {month} is not loaded.',
    'ប្រាក់ឈ្នួលសាកល្បងនៃ {month} មិនទាន់ផ្ទុកទេ។',
  ),
  'payroll-month-in-future': message(
    'The payroll is of {month}, which has not come.',
    'បញ្ជីប្រាក់ខែគឺ {month} ដែលមិនទាន់មកដល់។',
  ),
  'payroll-of-earlier-year': message(
    'The payroll is of {month}, an earlier year.',
    'បញ្ជីប្រាក់ខែគឺ {month} ឆ្នាំមុន។',
  ),
  'wage-at-least-minimum': message(
    'The lowest wage of {usd} USD is not below the minimum of {minimumUsd} USD.',
    'ប្រាក់ឈ្នួលទាបបំផុត {usd} ដុល្លារ មិនទាបជាងអប្បបរមា {minimumUsd} ដុល្លារ។',
  ),
  'wage-below-minimum': message(
    'The lowest wage of {usd} USD is below the minimum of {minimumUsd} USD.',
    'ប្រាក់ឈ្នួលទាបបំផុត {usd} ដុល្លារ ទាបជាងអប្បបរមា {minimumUsd} ដុល្លារ។',
  ),
};
