import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/base.css';
import './styles/tokens.css';
import './styles/fonts.css';
import { askAhead } from './api/ask-ahead.ts';
import { createQueryClient } from './api/query-client.ts';
import { App } from './app/app.tsx';
import { parsePlace } from './app/place.ts';
import { fetchScreen } from './app/routes.tsx';
import { applyStoredLook } from './app/theme.ts';

applyStoredLook();
const { path } = parsePlace(window.location.hash);
const client = createQueryClient();
void askAhead(client, path === '/today');
fetchScreen(path);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App client={client} />
  </StrictMode>,
);
