import { message, type Messages } from '../message.js';

/** What is found of the firm itself: its numbers, its register, its owners, its account, who looks like it. */
export const FIRM_EXPLANATIONS: Messages = {
  'check-could-not-run': message(
    'The check could not run. It will be tried again.',
    'ការត្រួតពិនិត្យមិនអាចដំណើរការបានទេ។ វានឹងត្រូវព្យាយាមម្ដងទៀត។',
  ),
  'tin-missing': message('There is no taxpayer number.', 'មិនមានលេខអត្តសញ្ញាណកម្មសារពើពន្ធទេ។'),
  'unusual-form': message(
    'The taxpayer number has a form that is seldom seen.',
    'លេខសារពើពន្ធមានទម្រង់ដែលកម្រឃើញ។',
  ),
  'not-a-vat-tin': message(
    'This is not a VAT taxpayer number: a letter, three digits, a hyphen and nine digits.',
    'នេះមិនមែនជាលេខសារពើពន្ធ VAT ទេ៖ អក្សរមួយ លេខបីខ្ទង់ សញ្ញា - និងលេខប្រាំបួនខ្ទង់។',
  ),
  'usual-form': message('The taxpayer number has the usual form.', 'លេខសារពើពន្ធមានទម្រង់ធម្មតា។'),
  'size-class-differs': message(
    'The number begins with {letter}, but the firm says that it is {declared}.',
    'លេខចាប់ផ្ដើមដោយ {letter} ប៉ុន្តែក្រុមហ៊ុនប្រកាសថាជា {declared}។',
  ),
  'patent-year-missing': message(
    'There is no year of a patent tax certificate.',
    'មិនមានឆ្នាំនៃវិញ្ញាបនបត្រប៉ាតង់ទេ។',
  ),
  'patent-current': message(
    'Patent tax is paid for {year, number, ::group-off}.',
    'ពន្ធប៉ាតង់បានបង់សម្រាប់ឆ្នាំ {year, number, ::group-off}។',
  ),
  'patent-in-grace': message(
    'Patent tax is paid for {year, number, ::group-off}; this year’s certificate is due by {graceEnd}.',
    'ពន្ធប៉ាតង់បានបង់សម្រាប់ឆ្នាំ {year, number, ::group-off}។ វិញ្ញាបនបត្រឆ្នាំនេះត្រូវមានត្រឹមថ្ងៃ {graceEnd}។',
  ),
  'patent-year-in-future': message(
    'The patent tax certificate is of {year, number, ::group-off}, which has not begun.',
    'វិញ្ញាបនបត្រប៉ាតង់គឺសម្រាប់ឆ្នាំ {year, number, ::group-off} ដែលមិនទាន់ចាប់ផ្ដើម។',
  ),
  'patent-expired': message(
    'The patent tax certificate is of {year, number, ::group-off} and has ended.',
    'វិញ្ញាបនបត្រប៉ាតង់ឆ្នាំ {year, number, ::group-off} បានផុតកំណត់។',
  ),
  'registration-number-missing': message(
    'There is no business registration number.',
    'មិនមានលេខចុះបញ្ជីពាណិជ្ជកម្មទេ។',
  ),
  'registration-number-unusual': message(
    'The registration number is not of eight digits; older numbers are not either.',
    'លេខចុះបញ្ជីមិនមែនប្រាំបីខ្ទង់ទេ។ លេខចាស់ៗក៏ដូច្នោះដែរ។',
  ),
  'registration-confirmed': message(
    'The register knows the firm as active; the names agree to {percent} %.',
    'បញ្ជីពាណិជ្ជកម្មស្គាល់ក្រុមហ៊ុននេះថាកំពុងដំណើរការ។ ឈ្មោះត្រូវគ្នា {percent} %។',
  ),
  'registration-not-active': message(
    'The register says that the firm is {status, select, dissolved {dissolved} other {not active}}.',
    'បញ្ជីពាណិជ្ជកម្មថាក្រុមហ៊ុន{status, select, dissolved {ត្រូវបានរំលាយ} other {មិនដំណើរការ}}។',
  ),
  'registered-name-differs': message(
    'The register has another name under this number; the names agree to {percent} %.',
    'បញ្ជីពាណិជ្ជកម្មមានឈ្មោះផ្សេងក្រោមលេខនេះ។ ឈ្មោះត្រូវគ្នា {percent} %។',
  ),
  'registration-unknown': message('The register does not know this number.', 'បញ្ជីពាណិជ្ជកម្មមិនស្គាល់លេខនេះទេ។'),
  'no-source-look-up-by-hand': message(
    'No register can be asked by machine: an officer looks it up by hand.',
    'មិនអាចសួរបញ្ជីដោយម៉ាស៊ីនបានទេ៖ មន្ត្រីត្រូវពិនិត្យដោយដៃ។',
  ),
  'same-tin': message('Another firm has the same taxpayer number.', 'ក្រុមហ៊ុនផ្សេងមានលេខសារពើពន្ធដូចគ្នា។'),
  'same-phone': message('Another firm has the same telephone.', 'ក្រុមហ៊ុនផ្សេងមានលេខទូរសព្ទដូចគ្នា។'),
  'same-name': message('Another firm has the same name.', 'ក្រុមហ៊ុនផ្សេងមានឈ្មោះដូចគ្នា។'),
  'same-place': message('Another firm is {metres} m away.', 'ក្រុមហ៊ុនផ្សេងស្ថិតនៅចម្ងាយ {metres} ម៉ែត្រ។'),
  'list-hit': message(
    'A name is on the list {list}, entry {entryId}.',
    'មានឈ្មោះមួយនៅក្នុងបញ្ជី {list} លេខ {entryId}។',
  ),
  'cleared-pair': message(
    'A name is like entry {entryId} of the list {list}; officers found that it means somebody else.',
    'មានឈ្មោះមួយស្រដៀងនឹងលេខ {entryId} ក្នុងបញ្ជី {list}។ មន្ត្រីបានរកឃើញថាជាអ្នកផ្សេង។',
  ),
  'officer-looks': message(
    'An officer looks at a result of this check.',
    'មន្ត្រីម្នាក់កំពុងពិនិត្យលទ្ធផលនៃការត្រួតពិនិត្យនេះ។',
  ),
  'region-keyword': message('An address is in Xinjiang ({place}).', 'មានអាសយដ្ឋានមួយនៅស៊ីនជាំង ({place})។'),
  'uflpa-list-not-loaded': message(
    'The list of the forced labour act is not loaded, so no name was looked up.',
    'បញ្ជីនៃច្បាប់ពលកម្មដោយបង្ខំមិនទាន់ផ្ទុកទេ ដូច្នេះគ្មានឈ្មោះណាត្រូវបានពិនិត្យ។',
  ),
  'material-suppliers-missing': message(
    'The firm names nobody from whom it buys material.',
    'ក្រុមហ៊ុនមិនបានប្រាប់ថាទិញវត្ថុធាតុដើមពីអ្នកណាទេ។',
  ),
  'owners-missing': message('No owner is named.', 'មិនមានឈ្មោះម្ចាស់ទេ។'),
  'shares-do-not-sum': message(
    'The shares of {firm} make {sum} %, not 100 %.',
    'ភាគហ៊ុននៃ {firm} សរុប {sum} % មិនមែន 100 % ទេ។',
  ),
  'share-out-of-range': message(
    'The share of owner {owner} is not between 0 and 100 %.',
    'ភាគហ៊ុនរបស់ម្ចាស់ {owner} មិនស្ថិតចន្លោះ 0 និង 100 % ទេ។',
  ),
  'ownership-cycle': message('Owners own each other: {cycle}.', 'ម្ចាស់កាន់កាប់គ្នាទៅវិញទៅមក៖ {cycle}។'),
  'owners-of-firm-missing': message(
    'The owners of the firm {owner} are not named.',
    'មិនបានប្រាប់ម្ចាស់របស់ក្រុមហ៊ុន {owner} ទេ។',
  ),
  'owned-firm-unknown': message(
    'Owner {owner} holds a share of {firm}, which is not among the owners.',
    'ម្ចាស់ {owner} មានភាគហ៊ុនក្នុង {firm} ដែលមិនមានក្នុងបញ្ជីម្ចាស់។',
  ),
  nominee: message('Owner {owner} holds the share for somebody else.', 'ម្ចាស់ {owner} កាន់ភាគហ៊ុនជំនួសអ្នកផ្សេង។'),
  'pep-declared': message(
    'Owner {owner} or their family holds prominent public office.',
    'ម្ចាស់ {owner} ឬគ្រួសារមានមុខតំណែងសាធារណៈសំខាន់។',
  ),
  'pep-not-declared': message(
    'Owner {owner} has not said whether they hold prominent public office.',
    'ម្ចាស់ {owner} មិនបានប្រកាសថាមានមុខតំណែងសាធារណៈសំខាន់ឬទេ។',
  ),
  'contact-shared': message(
    'The firm has the same telephone as {organisationKind, select, buyer {a buyer} other {an audit firm}}.',
    'ក្រុមហ៊ុនមានលេខទូរសព្ទដូចគ្នានឹង{organisationKind, select, buyer {អ្នកទិញ} other {ក្រុមហ៊ុនសវនកម្ម}}។',
  ),
  'bank-account-missing': message('No bank account is declared.', 'មិនបានប្រកាសគណនីធនាគារទេ។'),
  'bank-detail-missing': message(
    'Of the account, the {field, select, bic {BIC} bankName {name of the bank} accountNumber {account number} other {name of the holder}} is missing.',
    'ខ្វះ{field, select, bic {លេខ BIC} bankName {ឈ្មោះធនាគារ} accountNumber {លេខគណនី} other {ឈ្មោះម្ចាស់គណនី}}។',
  ),
  'bic-form-wrong': message('The BIC has not the form of a BIC.', 'លេខ BIC មានទម្រង់មិនត្រឹមត្រូវ។'),
  'bank-holder-differs': message(
    'The account is not in the name of the firm; the names agree to {percent} %.',
    'គណនីមិនមែនក្នុងឈ្មោះក្រុមហ៊ុនទេ។ ឈ្មោះត្រូវគ្នា {percent} %។',
  ),
  'bank-letter-missing': message('There is no letter of the bank.', 'មិនមានលិខិតពីធនាគារទេ។'),
  'bank-letter-old': message(
    'The letter of the bank is {days} days old; it should be less than 90.',
    'លិខិតធនាគារមានអាយុ {days} ថ្ងៃ។ វាត្រូវតិចជាង 90 ថ្ងៃ។',
  ),
  'bank-letter-in-future': message(
    'The letter of the bank is dated {date}, which has not come.',
    'លិខិតធនាគារចុះថ្ងៃ {date} ដែលមិនទាន់មកដល់។',
  ),
  'bank-change-not-in-force': message(
    'The account was changed and is not in force: the old one stands.',
    'គណនីត្រូវបានប្ដូរ តែមិនទាន់ចូលជាធរមានទេ៖ គណនីចាស់នៅតែប្រើ។',
  ),
};
