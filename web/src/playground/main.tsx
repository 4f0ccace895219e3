import './workers';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import '../shared/page.css';
import './playground.css';
import { createRoot } from 'react-dom/client';
import { readerLanguage } from '../shared/language';
import { openStorage } from '../shared/storage';
import { queryInLink } from './link';
import { Playground } from './Playground';
import { prepareTabs } from './tabs';

const storage = openStorage();
const language = readerLanguage(storage);
const shared = queryInLink(window.location.hash);
prepareTabs(storage, language, shared);

createRoot(document.getElementById('page')!).render(<Playground storage={storage} firstLanguage={language} shared={shared} />);
