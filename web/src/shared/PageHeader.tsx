import type { ReactNode } from 'react';
import iconUrl from './icon.svg?no-inline';
import { type InEveryLanguage, type Language, languages } from './language';

const texts: InEveryLanguage<{ name: string; choose: string }> = {
  fr: { name: 'Français', choose: 'Langue' },
  en: { name: 'English', choose: 'Language' },
};

interface PageHeaderProps {
  language: Language;
  onLanguage: (language: Language) => void;
  /** One line that says what the page is for. */
  tagline: string;
  /** The page's own links and buttons. */
  children: ReactNode;
}

/** The head of every page: what this is, what can be done, in which language. */
export function PageHeader({ language, onLanguage, tagline, children }: PageHeaderProps) {
  return (
    <header className="page-header">
      <img src={iconUrl} alt="" width="32" height="32" />
      <div className="page-title">
        <h1>EcosystemGraph</h1>
        <p>{tagline}</p>
      </div>
      <div className="page-actions">{children}</div>
      <div className="page-languages" role="group" aria-label={texts[language].choose}>
        {languages.map((one) => (
          <button key={one} type="button" lang={one} title={texts[one].name} aria-label={`${one.toUpperCase()}, ${texts[one].name}`} aria-pressed={one === language} onClick={() => onLanguage(one)}>
            {one.toUpperCase()}
          </button>
        ))}
      </div>
    </header>
  );
}
