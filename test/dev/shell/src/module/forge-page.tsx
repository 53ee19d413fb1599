import { useEffect, useRef } from 'react';
import { mountModule } from '../../../../local-forge/browser/host';
import type { HostHistory, MountedModule, Navigation } from '../../../../local-forge/browser/host';
import type { ForgeModule } from '../site/contract';
import { modulePath } from '../site/module-paths';
import { useNavigation } from '../site/navigation';
import { useSession } from '../site/session';
import { useColorMode } from '../site/theme';
import { countingSend } from './page-calls';

export interface ForgePageProps {
  readonly module: ForgeModule;
  /** Absent: the module's main page. */
  readonly resource?: string;
  readonly extension: Readonly<Record<string, unknown>>;
  readonly autoResize?: boolean;
  readonly className?: string | undefined;
  readonly onSubmit?: (payload: unknown) => unknown;
  readonly onClose?: () => void;
  readonly onRefresh?: () => void;
  readonly onEscape?: () => void;
  readonly history?: HostHistory;
}

/** One real page of the app in its frame. A new person, module or extension is a new page. */
export function ForgePage(props: ForgePageProps) {
  const { site, user, modules } = useSession();
  const { go } = useNavigation();
  const [colorMode] = useColorMode();
  const container = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedModule>();
  const pathOf = (key: string, projectKey: string | undefined) => {
    const other = modules.find((candidate) => candidate.key === key);
    return other === undefined ? undefined : modulePath(other, projectKey);
  };
  const latest = useRef({ props, go, colorMode, pathOf });
  useEffect(() => {
    latest.current = { props, go, colorMode, pathOf };
  });

  const { module, resource, extension, autoResize } = props;
  const pageKey = JSON.stringify([site.cloudId, user.accountId, module.key, resource, extension]);
  useEffect(() => {
    if (container.current === null) return undefined;
    const now = latest.current;
    const page = mountModule(container.current, {
      site,
      viewer: { accountId: user.accountId },
      moduleKey: module.key,
      resource: resource ?? module.resource,
      extension: { type: module.type, ...extension },
      colorMode: now.colorMode,
      title: module.title,
      pageOrigin: site.pagesOrigin,
      autoResize: autoResize ?? true,
      send: countingSend(pageKey),
      onNavigate: (navigation) => follow(navigation, site.siteUrl, latest.current.go),
      modulePath: (key, projectKey) => latest.current.pathOf(key, projectKey),
      onEscape: () => latest.current.props.onEscape?.(),
      ...(now.props.onSubmit === undefined ? {} : { onSubmit: (payload) => latest.current.props.onSubmit?.(payload) }),
      ...(now.props.onClose === undefined ? {} : { onClose: () => latest.current.props.onClose?.() }),
      ...(now.props.onRefresh === undefined ? {} : { onRefresh: () => latest.current.props.onRefresh?.() }),
      ...(now.props.history === undefined ? {} : { history: now.props.history }),
    });
    mounted.current = page;
    return () => {
      mounted.current = undefined;
      page.destroy();
    };
    // pageKey stands for everything that makes it another page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pageKey]);
  useEffect(() => mounted.current?.setColorMode(colorMode), [colorMode]);
  return <div ref={container} className={props.className} />;
}

/** The app's links to Jira are the shell's own pages; what leads elsewhere opens a tab. */
function follow({ url, newTab }: Navigation, siteUrl: string, go: (to: string) => void): void {
  const target = new URL(url);
  if (!newTab && target.origin === siteUrl) go(target.pathname + target.search);
  else window.open(url, '_blank', 'noopener');
}
