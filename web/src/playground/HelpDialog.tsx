import { type RefObject } from 'react';
import type { Language } from '../shared/language';
import { type Example, examples } from './examples';
import { operationIn } from './tabs';
import { playgroundTexts } from './texts';

interface HelpDialogProps {
  language: Language;
  dialog: RefObject<HTMLDialogElement | null>;
  onExample: (example: Example) => void;
}

/** How to ask, the examples again for who has closed their tabs, and the keys. */
export function HelpDialog({ language, dialog, onExample }: HelpDialogProps) {
  const texts = playgroundTexts[language];
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-title">
      <div className="help-head">
        <h2 id="help-title">{texts.helpTitle}</h2>
        <button type="button" onClick={close}>
          {texts.close}
        </button>
      </div>
      {texts.helpParagraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <h3>{texts.examplesTitle}</h3>
      <ul className="help-examples">
        {examples.map(({ [language]: example }) => (
          <li key={example.query}>
            <button
              type="button"
              onClick={() => {
                close();
                onExample(example);
              }}
            >
              <strong>{operationIn(example.query)}</strong> {example.query.split('\n')[0]?.replace(/^# /, '')}
            </button>
          </li>
        ))}
      </ul>
      <h3>{texts.keysTitle}</h3>
      <dl className="help-keys">
        {texts.keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
