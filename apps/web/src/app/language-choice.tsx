import { LANGUAGE_NAMES, LANGUAGES, keepLanguage, type Language } from '../words/languages.js';
import { speak } from '../words/load.js';
import { useLanguage, useSay } from '../words/words.js';

/** Each language by its own name: whoever cannot read this page still finds theirs. */
export function LanguageChoice() {
  const say = useSay();
  const language = useLanguage();
  const choose = (chosen: Language) => {
    keepLanguage(chosen);
    void speak(chosen);
  };
  return (
    <select
      className="language-choice"
      aria-label={say('shell.language')}
      value={language}
      onChange={({ target }) => choose(target.value as Language)}
    >
      {LANGUAGES.map((one) => (
        <option key={one} value={one} lang={one}>
          {LANGUAGE_NAMES[one]}
        </option>
      ))}
    </select>
  );
}
