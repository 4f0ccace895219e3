import { DOC_EXPLORER_PLUGIN, DocExplorerStore } from '@graphiql/plugin-doc-explorer';
import { HISTORY_PLUGIN, HistoryStore } from '@graphiql/plugin-history';
import { GraphiQLProvider, pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { GraphiQL, GraphiQLInterface } from 'graphiql';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Language, rememberLanguage } from '../shared/language';
import { PageHeader } from '../shared/PageHeader';
import schemaUrl from '../../../schema/ecosystem.graphql?url';
import { createFetcher } from './fetcher';
import { HelpDialog } from './HelpDialog';
import { linkTo, queryInLink, sameQuery, type SharedQuery } from './link';
import { translateExamples } from './tabs';
import { playgroundTexts } from './texts';

const plugins = [DOC_EXPLORER_PLUGIN, HISTORY_PLUGIN];

// Beside the editor where there is room for three columns.
const wide = window.matchMedia('(min-width: 64rem)');

interface PlaygroundProps {
  storage: Storage;
  firstLanguage: Language;
  /** The query of the link by which the page was opened. */
  shared: SharedQuery | null;
}

/** The page at /: GraphiQL under a head that says what this is. */
export function Playground({ storage, firstLanguage, shared }: PlaygroundProps) {
  const [language, setLanguage] = useState(firstLanguage);
  const spoken = useRef(language);
  const [fetcher] = useState(() => createFetcher(() => playgroundTexts[spoken.current]));

  useEffect(() => {
    spoken.current = language;
    document.documentElement.lang = language;
    document.title = playgroundTexts[language].title;
  }, [language]);

  const choose = useCallback(
    (chosen: Language) => {
      rememberLanguage(storage, chosen);
      setLanguage(chosen);
    },
    [storage],
  );

  return (
    <GraphiQLProvider fetcher={fetcher} storage={storage} plugins={plugins} referencePlugin={DOC_EXPLORER_PLUGIN} {...(wide.matches ? { visiblePlugin: DOC_EXPLORER_PLUGIN } : {})}>
      <DocExplorerStore>
        <HistoryStore>
          <Page language={language} onLanguage={choose} shared={shared} />
        </HistoryStore>
      </DocExplorerStore>
    </GraphiQLProvider>
  );
}

// GraphiQL makes room for a panel only where its own button is pressed.
function toggleDocumentation() {
  const own = [...document.querySelectorAll<HTMLButtonElement>('.graphiql-sidebar button')];
  own.find((button) => button.ariaLabel?.endsWith(DOC_EXPLORER_PLUGIN.title))?.click();
}

interface PageProps {
  language: Language;
  onLanguage: (language: Language) => void;
  shared: SharedQuery | null;
}

function Page({ language, onLanguage, shared }: PageProps) {
  const texts = playgroundTexts[language];
  const help = useRef<HTMLDialogElement>(null);
  const [said, setSaid] = useState('');
  const { queryEditor, variableEditor, operationName, operations, tabs, activeTabIndex, visiblePlugin } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'operationName', 'operations', 'tabs', 'activeTabIndex', 'visiblePlugin'),
  );
  const { addTab, changeTab, moveTab } = useGraphiQLActions();

  useEffect(() => queryEditor?.updateOptions({ wordWrap: 'on' }), [queryEditor]);

  const open = useCallback(
    (wanted: SharedQuery) => {
      const there = tabs.findIndex((tab) => sameQuery(tab, wanted));
      if (there >= 0) {
        if (there !== activeTabIndex) changeTab(there);
        return;
      }
      addTab();
      queryEditor?.setValue(wanted.query);
      variableEditor?.setValue(wanted.variables);
    },
    [tabs, activeTabIndex, addTab, changeTab, queryEditor, variableEditor],
  );

  // The operation that a link means, of several: the cursor stands in it, so Ctrl-Enter runs it.
  const meant = useRef(shared);
  useEffect(() => {
    const name = meant.current?.operationName;
    const at = operations?.find((operation) => operation.name?.value === name)?.loc;
    const model = queryEditor?.getModel();
    if (!name || !at || !model) return;
    meant.current = null;
    queryEditor?.setPosition(model.getPositionAt(at.start));
  }, [operations, queryEditor]);

  // A link that is followed while the page is open.
  useEffect(() => {
    const follow = () => {
      const wanted = queryInLink(window.location.hash);
      if (!wanted) {
        if (window.location.hash.length > 1) setSaid(texts.badLink);
        return;
      }
      meant.current = wanted;
      open(wanted);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [open, texts]);

  // The address names a query only as long as it is the one that is shown: a reload keeps what was changed since.
  const active = tabs[activeTabIndex];
  useEffect(() => {
    const named = queryInLink(window.location.hash);
    if (!named || !active || sameQuery(active, named)) return;
    const late = window.setTimeout(() => window.history.replaceState(null, '', window.location.pathname + window.location.search), 1000);
    return () => window.clearTimeout(late);
  }, [active]);

  const speak = (chosen: Language) => {
    onLanguage(chosen);
    const translated = translateExamples(tabs, chosen);
    const now = active && translated[activeTabIndex];
    if (!now || translated.every((tab, index) => tab === tabs[index])) return;
    // GraphiQL follows the open tab by its identity, and takes its text from the editors.
    moveTab(translated.with(activeTabIndex, active));
    if (now === active) return;
    queryEditor?.setValue(now.query ?? '');
    variableEditor?.setValue(now.variables ?? '');
  };

  const share = async () => {
    const query = queryEditor?.getValue() ?? '';
    if (!query.trim()) {
      setSaid(texts.nothingToShare);
      return;
    }
    const link = linkTo({ query, variables: variableEditor?.getValue() ?? '', operationName: operationName ?? '' }, window.location.href);
    window.history.replaceState(null, '', link);
    try {
      await navigator.clipboard.writeText(link);
      setSaid(texts.linkCopied);
    } catch {
      setSaid(texts.linkInAddress);
    }
  };

  useEffect(() => {
    if (!said) return;
    const late = window.setTimeout(() => setSaid(''), 6000);
    return () => window.clearTimeout(late);
  }, [said]);

  const documented = visiblePlugin === DOC_EXPLORER_PLUGIN;
  return (
    <>
      <a
        className="skip"
        href="#editor"
        onClick={(event) => {
          event.preventDefault();
          queryEditor?.focus();
        }}
      >
        {texts.skip}
      </a>
      <PageHeader language={language} onLanguage={speak} tagline={texts.tagline}>
        <button type="button" className="primary" title={texts.copyLinkTitle} onClick={() => void share()}>
          {texts.copyLink}
        </button>
        <button type="button" aria-pressed={documented} onClick={toggleDocumentation}>
          {texts.documentation}
        </button>
        <a href={schemaUrl} title={texts.schemaTitle}>
          {texts.schema}
        </a>
        <a href={`figures?language=${language.toUpperCase()}`} title={texts.figuresTitle}>
          {texts.figures}
        </a>
        <button type="button" aria-haspopup="dialog" onClick={() => help.current?.showModal()}>
          {texts.help}
        </button>
      </PageHeader>
      <p className="said" role="status">
        {said}
      </p>
      <main id="editor" aria-label={texts.editor}>
        <GraphiQLInterface isHeadersEditorEnabled={false} showPersistHeadersSettings={false} defaultEditorToolsVisibility={wide.matches}>
          <GraphiQL.Logo>{null}</GraphiQL.Logo>
        </GraphiQLInterface>
      </main>
      <HelpDialog language={language} dialog={help} onExample={(example) => open({ ...example, operationName: '' })} />
    </>
  );
}
