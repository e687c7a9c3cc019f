import { message, type Messages } from '../message.js';

/** What is found of certificates, policies, reports, permits, machines, photos and documents. */
export const PAPER_EXPLANATIONS: Messages = {
  'required-certificate-missing': message(
    'A certificate of {scheme} is required and missing.',
    'ត្រូវការវិញ្ញាបនបត្រ {scheme} តែមិនមាន។',
  ),
  'scheme-unknown': message('The programme does not know {scheme}.', 'កម្មវិធីមិនស្គាល់ {scheme} ទេ។'),
  'number-form-wrong': message(
    'The number of {scheme} has not the form that its numbers have.',
    'លេខ {scheme} មានទម្រង់មិនត្រឹមត្រូវ។',
  ),
  'holder-differs': message(
    'The certificate of {scheme} names another holder.',
    'វិញ្ញាបនបត្រ {scheme} មានឈ្មោះម្ចាស់ផ្សេង។',
  ),
  'site-differs': message(
    'The certificate of {scheme} is for another site.',
    'វិញ្ញាបនបត្រ {scheme} សម្រាប់ទីតាំងផ្សេង។',
  ),
  'scope-misses-category': message(
    'The certificate of {scheme} does not cover what the firm supplies here.',
    'វិញ្ញាបនបត្រ {scheme} មិនគ្របដណ្ដប់លើផលិតផលនេះទេ។',
  ),
  'dates-reversed': message(
    'The certificate of {scheme} ends before it begins.',
    'វិញ្ញាបនបត្រ {scheme} ផុតកំណត់មុនថ្ងៃចាប់ផ្ដើម។',
  ),
  'not-yet-valid': message(
    'The certificate of {scheme} is valid from {validFrom}.',
    'វិញ្ញាបនបត្រ {scheme} មានសុពលភាពពីថ្ងៃ {validFrom}។',
  ),
  'lapsed-in-grace': message(
    'The certificate of {scheme} ended on {validTo}; a new one is due by {graceEnd}.',
    'វិញ្ញាបនបត្រ {scheme} ផុតកំណត់ថ្ងៃ {validTo}។ ត្រូវមានថ្មីត្រឹមថ្ងៃ {graceEnd}។',
  ),
  lapsed: message(
    'The certificate of {scheme} ended on {validTo}.',
    'វិញ្ញាបនបត្រ {scheme} ផុតកំណត់ថ្ងៃ {validTo}។',
  ),
  'issuer-accreditation-missing': message(
    'Only accredited bodies certify {scheme}: issuer and accreditation number are missing.',
    'មានតែស្ថាប័នទទួលស្គាល់ទេដែលបញ្ជាក់ {scheme}៖ ខ្វះឈ្មោះអ្នកចេញ និងលេខទទួលស្គាល់។',
  ),
  'certificate-unknown-to-register': message(
    'The register does not know this certificate of {scheme}.',
    'បញ្ជីមិនស្គាល់វិញ្ញាបនបត្រ {scheme} នេះទេ។',
  ),
  'register-says-not-valid': message(
    'The register says that the certificate of {scheme} is {status, select, suspended {suspended} withdrawn {withdrawn} other {expired}}.',
    'បញ្ជីថាវិញ្ញាបនបត្រ {scheme} {status, select, suspended {ត្រូវបានផ្អាក} withdrawn {ត្រូវបានដក} other {ផុតកំណត់}}។',
  ),
  'register-says-ends-earlier': message(
    'The register says that the certificate of {scheme} ends on {registered}, the paper says {validTo}.',
    'បញ្ជីថាវិញ្ញាបនបត្រ {scheme} ផុតកំណត់ថ្ងៃ {registered} តែឯកសារថា {validTo}។',
  ),
  'insurance-missing': message('No insurance is declared.', 'មិនបានប្រកាសធានារ៉ាប់រងទេ។'),
  'no-running-policy': message('No policy runs today.', 'មិនមានកិច្ចសន្យាធានារ៉ាប់រងជាធរមានថ្ងៃនេះទេ។'),
  'policy-lapsed': message('A policy ended on {validTo}.', 'កិច្ចសន្យាធានារ៉ាប់រងផុតកំណត់ថ្ងៃ {validTo}។'),
  'policy-not-yet-valid': message(
    'A policy begins on {validFrom}.',
    'កិច្ចសន្យាធានារ៉ាប់រងចាប់ផ្ដើមថ្ងៃ {validFrom}។',
  ),
  'policy-dates-reversed': message('A policy ends before it begins.', 'កិច្ចសន្យាផុតកំណត់មុនថ្ងៃចាប់ផ្ដើម។'),
  'cover-below-pilot': message(
    'The cover of {cover, number} USD is less than the pilot order of {pilot, number} USD.',
    'ការធានា {cover, number} ដុល្លារ តិចជាងការបញ្ជាទិញសាកល្បង {pilot, number} ដុល្លារ។',
  ),
  'test-reports-missing': message('No test report is declared.', 'មិនបានប្រកាសរបាយការណ៍តេស្តទេ។'),
  'result-above-limit': message(
    'A result of {result} is above its limit of {limit}.',
    'លទ្ធផល {result} លើសកម្រិត {limit}។',
  ),
  'lab-not-accredited': message(
    'The laboratory has no ISO/IEC 17025 accreditation number.',
    'មន្ទីរពិសោធន៍មិនមានលេខទទួលស្គាល់ ISO/IEC 17025 ទេ។',
  ),
  'report-too-old': message(
    'The report of {date} is older than twelve months.',
    'របាយការណ៍ថ្ងៃ {date} ចាស់ជាងដប់ពីរខែ។',
  ),
  'report-in-future': message(
    'The report is dated {date}, which has not come.',
    'របាយការណ៍ចុះថ្ងៃ {date} ដែលមិនទាន់មកដល់។',
  ),
  'permits-missing': message('No permit is declared.', 'មិនបានប្រកាសលិខិតអនុញ្ញាតទេ។'),
  'permit-lapsed': message('A permit ({kind}) ended on {validTo}.', 'លិខិតអនុញ្ញាត ({kind}) ផុតកំណត់ថ្ងៃ {validTo}។'),
  'permit-not-yet-valid': message(
    'A permit ({kind}) begins on {validFrom}.',
    'លិខិតអនុញ្ញាត ({kind}) ចាប់ផ្ដើមថ្ងៃ {validFrom}។',
  ),
  'machines-missing': message(
    'Machines or their hours are not declared, so capacity cannot be judged.',
    'មិនបានប្រកាសម៉ាស៊ីន ឬម៉ោងដំណើរការ ដូច្នេះមិនអាចវាយតម្លៃសមត្ថភាពបានទេ។',
  ),
  'declared-output-missing': message('No monthly output is declared.', 'មិនបានប្រកាសទិន្នផលប្រចាំខែទេ។'),
  'machines-make-nothing': message(
    'By their hours the machines make nothing.',
    'តាមម៉ោងដំណើរការ ម៉ាស៊ីនមិនផលិតអ្វីទេ។',
  ),
  'hidden-subcontract': message(
    'The declared output of {declared, number} is {ratio} times what the machines can make ({possible, number}): who makes the rest?',
    'ទិន្នផលប្រកាស {declared, number} ស្មើ {ratio} ដងនៃអ្វីដែលម៉ាស៊ីនអាចផលិត ({possible, number})៖ អ្នកណាផលិតនៅសល់?',
  ),
  'capacity-plausible': message(
    'The machines can make {possible, number} a month, {declared, number} are declared.',
    'ម៉ាស៊ីនអាចផលិត {possible, number} ក្នុងមួយខែ បានប្រកាស {declared, number}។',
  ),
  'no-documents': message('The case has no document to judge.', 'សំណុំរឿងមិនមានឯកសារសម្រាប់វាយតម្លៃទេ។'),
  'documents-plausible': message(
    '{documents, plural, one {One document was} other {# documents were}} examined and nothing was found.',
    'បានពិនិត្យឯកសារ {documents} ហើយមិនឃើញអ្វីខុសទេ។',
  ),
  'documents-in-question': message(
    'Of {documents} documents, {questionable} are in question; an officer looks at them.',
    'ក្នុងឯកសារ {documents} មាន {questionable} ដែលសង្ស័យ។ មន្ត្រីនឹងពិនិត្យ។',
  ),
  'no-located-photos': message(
    'No photo of the site says where it was taken.',
    'មិនមានរូបថតទីតាំងណាបញ្ជាក់ថាថតនៅឯណាទេ។',
  ),
  'photos-at-site': message(
    '{percent} % of {located} located photos were taken at the site.',
    '{percent} % នៃរូបថត {located} ត្រូវបានថតនៅទីតាំង។',
  ),
  'photos-away-from-site': message(
    'Only {percent} % of {located} located photos were taken at the site; it should be 80 %.',
    'មានតែ {percent} % នៃរូបថត {located} ដែលថតនៅទីតាំង។ ត្រូវមាន 80 %។',
  ),
  'far-from-site': message(
    'The photo was taken {metres, number} m from the site.',
    'រូបថតនៅចម្ងាយ {metres, number} ម៉ែត្រពីទីតាំង។',
  ),
  'taken-after-upload': message(
    'The photo says that it was taken after it was sent.',
    'រូបថតបញ្ជាក់ថាថតក្រោយពេលផ្ញើ។',
  ),
  'taken-before-visit': message(
    'The photo was taken before the visit of {visitDate}.',
    'រូបថតត្រូវបានថតមុនការចុះពិនិត្យថ្ងៃ {visitDate}។',
  ),
  'taken-long-before': message('The photo is more than a year old.', 'រូបថតមានអាយុលើសមួយឆ្នាំ។'),
  'written-by-editor': message(
    'A program for changing PDFs wrote this document.',
    'ឯកសារនេះត្រូវបានសរសេរដោយកម្មវិធីកែ PDF។',
  ),
  'same-file-at-other-firm': message(
    'Another firm has handed in the same file.',
    'ក្រុមហ៊ុនផ្សេងបានដាក់ឯកសារដូចគ្នា។',
  ),
  'same-image-at-other-firm': message(
    'Another firm has handed in a picture that looks the same.',
    'ក្រុមហ៊ុនផ្សេងបានដាក់រូបដែលមើលទៅដូចគ្នា។',
  ),
};
