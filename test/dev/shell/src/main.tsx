import { createRoot } from 'react-dom/client';
import { App } from './app';
import './base.css';
import { NavigationProvider } from './site/navigation';
import { startTheme } from './site/theme';

startTheme();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
createRoot(root).render(
  <NavigationProvider>
    <App />
  </NavigationProvider>,
);
