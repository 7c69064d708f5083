import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/base.css';
import './styles/tokens.css';
import './styles/fonts.css';
import { App } from './app/app.tsx';
import { parsePlace } from './app/place.ts';
import { fetchScreen } from './app/routes.tsx';
import { applyStoredLook } from './app/theme.ts';

applyStoredLook();
fetchScreen(parsePlace(window.location.hash).path);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
