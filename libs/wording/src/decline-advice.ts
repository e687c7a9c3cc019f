import { message, type Language, type Messages } from './message.js';

/** What a supplier can do when a buyer does not approve, by the buyer's reason. A decline is one buyer's word alone. */
export const DECLINE_ADVICE: Messages = {
  price: message(
    'The price was too high for this buyer. Go through your cost sheet and offer again; other buyers can still order.',
    'តម្លៃខ្ពស់ពេកសម្រាប់អ្នកទិញនេះ។ សូមពិនិត្យតារាងថ្លៃដើមរបស់អ្នក ហើយផ្ដល់តម្លៃម្ដងទៀត អ្នកទិញផ្សេងនៅតែអាចបញ្ជាទិញបាន។',
  ),
  capacity: message(
    'You could not make as much as this buyer needs. Keep your free capacity up to date, and look for buyers of smaller lots.',
    'អ្នកមិនអាចផលិតបានគ្រប់តាមតម្រូវការរបស់អ្នកទិញនេះទេ។ សូមធ្វើបច្ចុប្បន្នភាពសមត្ថភាពទំនេរ ហើយរកអ្នកទិញដែលត្រូវការបរិមាណតិចជាង។',
  ),
  'lead-time': message(
    'Your lead time was too long for this buyer. Tell which material makes you wait; a second source or a small stock may shorten it.',
    'រយៈពេលផលិតវែងពេកសម្រាប់អ្នកទិញនេះ។ សូមប្រាប់ថាវត្ថុធាតុដើមណាធ្វើឱ្យរង់ចាំ ប្រភពទីពីរ ឬស្តុកតិចតួចអាចកាត់បន្ថយបាន។',
  ),
  quality: message(
    'The quality was not what this buyer needs. The inspection of your pilot order shows where the defects were; training can be arranged.',
    'គុណភាពមិនត្រូវតាមតម្រូវការរបស់អ្នកទិញនេះទេ។ លទ្ធផលត្រួតពិនិត្យការបញ្ជាទិញសាកល្បងបង្ហាញកន្លែងដែលមានកំហុស ហើយអាចរៀបចំការបណ្ដុះបណ្ដាលបាន។',
  ),
  compliance: message(
    'Something in your compliance papers or the audit did not suffice for this buyer. See which findings are open and what the next grade needs.',
    'ឯកសារអនុលោមភាព ឬលទ្ធផលសវនកម្មមិនគ្រប់គ្រាន់សម្រាប់អ្នកទិញនេះទេ។ សូមមើលចំណុចដែលនៅបើកចំហ និងអ្វីដែលត្រូវការសម្រាប់ថ្នាក់បន្ទាប់។',
  ),
  'no-demand-now': message(
    'This buyer has no need at present. Your qualification stays as it is; look at the board of demands for others.',
    'អ្នកទិញនេះមិនត្រូវការនៅពេលនេះទេ។ គុណវុឌ្ឍិរបស់អ្នកនៅដដែល សូមមើលក្ដារតម្រូវការរបស់អ្នកទិញផ្សេង។',
  ),
  'risk-appetite': message(
    'This buyer does not want the risk of a new supplier now. Orders from others, delivered well, are the best answer.',
    'អ្នកទិញនេះមិនចង់ប្រថុយជាមួយអ្នកផ្គត់ផ្គង់ថ្មីនៅពេលនេះទេ។ ការបញ្ជាទិញពីអ្នកដទៃដែលប្រគល់បានល្អ គឺជាចម្លើយល្អបំផុត។',
  ),
  other: message(
    'This buyer had a reason of its own. You may ask it; other buyers can still order and approve.',
    'អ្នកទិញនេះមានហេតុផលផ្ទាល់ខ្លួន។ អ្នកអាចសួរបាន អ្នកទិញផ្សេងនៅតែអាចបញ្ជាទិញ និងអនុម័តបាន។',
  ),
};

/** A sentence for the supplier; nothing for a reason that is not known. */
export const declineAdvice = (reason: string, language: Language): string | undefined =>
  DECLINE_ADVICE[reason]?.[language];
