/**
 * How every page starts: theme, context, then the page itself; whatever breaks on the way is said in words.
 */
import { Component, StrictMode, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { enableTheme, getContext } from './bridge';
import type { PageContext } from './bridge';
import './ui/base.css';
import { SiteProvider } from './ui/SiteLink';
import { ErrorState } from './ui/StatePanel';

/** What the host's frame is painted with: a page, a card on it, or a dialog above it. */
export type Surface = 'default' | 'raised' | 'overlay';

/** Puts a page into #root. `loading` is painted until the host has told where the page stands. */
export function startPage(
  page: (context: PageContext) => ReactNode,
  loading: ReactNode = null,
  surface: Surface = 'default',
): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  document.documentElement.dataset.surface = surface;
  void enableTheme();
  createRoot(root).render(
    <StrictMode>
      <Boundary>
        <WithContext page={page} loading={loading} />
      </Boundary>
    </StrictMode>,
  );
}

function WithContext({
  page,
  loading,
}: {
  readonly page: (context: PageContext) => ReactNode;
  readonly loading: ReactNode;
}) {
  const [context, setContext] = useState<PageContext | 'failed' | undefined>(undefined);
  useEffect(() => {
    let left = false;
    getContext().then(
      (found) => {
        if (!left) setContext(found);
      },
      () => {
        if (!left) setContext('failed');
      },
    );
    return () => {
      left = true;
    };
  }, []);
  if (context === undefined) return loading;
  if (context === 'failed') return <ErrorState error={{ code: 'unexpected-answer' }} />;
  return <SiteProvider siteUrl={context.siteUrl}>{page(context)}</SiteProvider>;
}

/** A page that breaks while drawing says so instead of staying white. */
class Boundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <ErrorState error={{ code: 'internal' }} /> : this.props.children;
  }
}
