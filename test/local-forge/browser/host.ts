/**
 * The host page's side of an app page: what Jira's front end does around a Forge Custom UI module.
 *
 * `mountModule` frames one page and answers its bridge commands. `invoke` and `fetchProduct` go to the server; the rest
 * is answered here. A command that is not here is refused by name.
 */
import * as v from 'valibot';
import { emitAppEvent, onAppEvent } from './events';
import { closeFlag, showFlag } from './flags';
import {
  Handles,
  importHandles,
  parsePageMessage,
  type ColorMode,
  type HostMessage,
  type PageMessage,
} from './messages';
import { modalOptions, openModal, type OpenModal } from './modal';
import { readNavigation, urlOfTarget, type ModulePath, type Navigation } from './navigation';
import type { HostHistory } from './page-history';
import { sendToServer, type SendToServer } from './send';

export { emitAppEvent } from './events';
export type { ColorMode } from './messages';
export type { Navigation } from './navigation';
export type { HostHistory } from './page-history';

/** What every page of one site has in its context. */
export interface HostSite {
  readonly cloudId: string;
  readonly siteUrl: string;
  readonly environmentId?: string;
}

/** The person looking. */
export interface Viewer {
  readonly accountId: string;
  /** For example `en-GB`. */
  readonly locale?: string;
  /** For example `Europe/Berlin`. */
  readonly timezone?: string;
}

export interface MountOptions {
  readonly site: HostSite;
  readonly viewer: Viewer;
  readonly moduleKey: string;
  /** As in the manifest: `app/gadget`. */
  readonly resource: string;
  /** The module's own context; `type` is the module's type. */
  readonly extension: Readonly<Record<string, unknown>>;
  readonly colorMode: ColorMode;
  /** Accessible name of the frame. */
  readonly title: string;
  /** Where pages are served; by default this server under its other loopback name, so that a page is another origin. */
  readonly pageOrigin?: string;
  /** false: the frame keeps the size of its container, as in a module with a viewport size. */
  readonly autoResize?: boolean;
  readonly send?: SendToServer;
  /** `view.submit(payload)`, for example the configuration of a gadget. Absent: this view cannot be submitted. */
  readonly onSubmit?: (payload: unknown) => unknown;
  /** `view.close(payload)`. Absent: this view cannot be closed. */
  readonly onClose?: (payload: unknown) => void;
  /** `view.refresh()`. Absent: this view cannot be refreshed. */
  readonly onRefresh?: (payload: unknown) => void;
  /** `router.navigate` and `router.open`; by default the browser's own. */
  readonly onNavigate?: (navigation: Navigation) => void;
  /** For `router.navigate({ target: 'module', moduleKey, projectKey })`. */
  readonly modulePath?: ModulePath;
  /** Escape pressed in the page. */
  readonly onEscape?: () => void;
  /** `view.createHistory()`; full pages only. */
  readonly history?: HostHistory;
  /** `view.changeWindowTitle(title)`; by default the document's title. */
  readonly onTitle?: (title: string) => void;
}

export interface MountedModule {
  readonly iframe: HTMLIFrameElement;
  setColorMode(colorMode: ColorMode): void;
  /** Removes the page and ends its subscriptions. */
  destroy(): void;
}

/** What Forge lets a frame do beyond that: https://developer.atlassian.com/platform/forge/custom-ui/iframe/ */
const ALLOWED = 'camera; clipboard-write; display-capture; fullscreen; microphone';
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';

/** Frames one app page in `container`. */
export function mountModule(container: HTMLElement, options: MountOptions): MountedModule {
  const iframe = document.createElement('iframe');
  const pageOrigin = options.pageOrigin ?? otherLoopbackOrigin();
  const { cloudId } = options.site;
  iframe.className = 'forge-frame';
  iframe.title = options.title;
  iframe.setAttribute('sandbox', SANDBOX);
  iframe.setAttribute('allow', ALLOWED);
  iframe.src = `${pageOrigin}/__forge/page/${encodeURIComponent(cloudId)}/${options.resource}`;

  const links = { siteUrl: options.site.siteUrl, modulePath: options.modulePath };
  const handles = new Handles();
  const endings: (() => void)[] = [];
  const modals = new Set<{ modal: OpenModal; page: MountedModule }>();
  let colorMode = options.colorMode;
  let themed = false;

  const post = (message: HostMessage) => iframe.contentWindow?.postMessage(message, pageOrigin);
  const runInPage = (handle: number, args: unknown[]) =>
    post({ forge: 'run', handle, args: args.map((arg) => handles.export(arg)) });

  const open = (payload: unknown): true => {
    const modal = v.parse(modalOptions, payload);
    const opened = openModal(modal, options.title, (result) => {
      modals.delete(entry);
      page.destroy();
      modal.onClose?.(result);
    });
    const page = mountModule(opened.container, {
      ...inheritedByModal(options),
      resource: modal.resource ?? options.resource,
      extension: { ...options.extension, modal: modal.context ?? {} },
      colorMode,
      autoResize: false,
      onClose: (result) => opened.close(result),
      onEscape: () => opened.escape(),
    });
    const entry = { modal: opened, page };
    modals.add(entry);
    page.iframe.focus();
    return true;
  };

  const commands: Record<string, (payload: unknown) => unknown> = {
    getContext: () => contextOf(options, colorMode),
    invoke: (payload) => askServer('invoke', payload),
    fetchProduct: (payload) => askServer('fetchProduct', payload),
    enableTheming: () => {
      themed = true;
      return colorMode;
    },
    openModal: open,
    close: (payload) => {
      if (options.onClose === undefined) return false;
      options.onClose(payload);
      return true;
    },
    submit: async (payload) => {
      if (options.onSubmit === undefined) return false;
      await options.onSubmit(payload);
      return true;
    },
    refresh: (payload) => {
      if (options.onRefresh === undefined) return false;
      options.onRefresh(payload);
      return true;
    },
    reload: () => window.location.reload(),
    navigate: (payload) => {
      const ask = (url: string) => window.confirm(`Leave for ${url}?`);
      (options.onNavigate ?? browserNavigate)(readNavigation(links, payload, ask));
    },
    getUrl: (payload) => urlOfTarget(links, payload),
    showFlag: (payload) => showFlag(payload),
    closeFlag: (payload) => closeFlag(v.parse(v.object({ id: v.unknown() }), payload).id),
    on: (payload) => {
      const { event, callback } = v.parse(v.object({ event: v.string(), callback: v.function() }), payload);
      const unsubscribe = onAppEvent(event, (data) => callback(data));
      endings.push(unsubscribe);
      return { unsubscribe };
    },
    emit: (payload) => {
      const { event, payload: data } = v.parse(
        v.object({ event: v.string(), payload: v.optional(v.unknown()) }),
        payload,
      );
      emitAppEvent(event, data);
    },
    createHistory: () => {
      if (options.history === undefined) throw new Error('createHistory is only available in full page modules.');
      return options.history;
    },
    changeWindowTitle: (payload) => {
      const title = v.parse(v.string(), payload);
      if (options.onTitle !== undefined) options.onTitle(title);
      else document.title = title;
    },
  };

  async function askServer(command: string, payload: unknown): Promise<unknown> {
    const { moduleKey } = options;
    const extension = { ...options.extension, location: window.location.href };
    return (options.send ?? sendToServer)({ cloudId, moduleKey, extension, command, payload });
  }

  async function answer({ id, command, payload }: Extract<PageMessage, { forge: 'call' }>): Promise<void> {
    try {
      const answerer = Object.hasOwn(commands, command) ? commands[command] : undefined;
      if (answerer === undefined) throw new Error(`The local Forge does not serve the bridge command ${command}.`);
      post({ forge: 'answer', id, value: handles.export(await answerer(importHandles(payload, runInPage))) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      // Some bridge functions replace the message by one of their own; the console keeps the reason.
      console.warn(`Bridge command ${command} of ${options.moduleKey}: ${message}`);
      post({ forge: 'failure', id, message });
    }
  }

  const onMessage = (event: MessageEvent) => {
    if (event.source !== iframe.contentWindow || event.origin !== pageOrigin) return;
    const message = parsePageMessage(event.data);
    if (message?.forge === 'call') void answer(message);
    else if (message?.forge === 'run')
      handles.run(
        message.handle,
        message.args.map((arg) => importHandles(arg, runInPage)),
      );
    else if (message?.forge === 'escape') options.onEscape?.();
    else if (message?.forge === 'height' && options.autoResize !== false) iframe.style.height = `${message.height}px`;
  };
  window.addEventListener('message', onMessage);
  container.append(iframe);

  return {
    iframe,
    setColorMode(next) {
      colorMode = next;
      if (themed) post({ forge: 'theme', colorMode });
      for (const { page } of modals) page.setColorMode(next);
    },
    destroy() {
      for (const end of endings) end();
      for (const { modal } of modals) modal.close();
      window.removeEventListener('message', onMessage);
      iframe.remove();
    },
  };
}

/** A dialog is no view of its own: it is neither submitted nor refreshed, and has no address. */
function inheritedByModal(options: MountOptions): MountOptions {
  const inherited: { -readonly [Name in keyof MountOptions]: MountOptions[Name] } = { ...options };
  delete inherited.onSubmit;
  delete inherited.onRefresh;
  delete inherited.history;
  return inherited;
}

/** What `view.getContext()` gives. */
function contextOf(
  { site, viewer, moduleKey, extension }: MountOptions,
  colorMode: ColorMode,
): Record<string, unknown> {
  const environmentId = site.environmentId ?? '00000000-0000-4000-9000-000000000001';
  return {
    accountId: viewer.accountId,
    cloudId: site.cloudId,
    siteUrl: site.siteUrl,
    moduleKey,
    localId: `ari:cloud:ecosystem::extension/local/${environmentId}/static/${moduleKey}`,
    environmentId,
    environmentType: 'DEVELOPMENT',
    locale: viewer.locale ?? 'en-GB',
    timezone: viewer.timezone ?? 'Europe/Berlin',
    theme: { colorMode },
    extension: { ...extension, location: window.location.href },
  };
}

function browserNavigate({ url, newTab }: Navigation): void {
  if (newTab) window.open(url, '_blank', 'noopener');
  else window.location.assign(url);
}

function otherLoopbackOrigin(): string {
  const url = new URL(window.location.origin);
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return url.origin;
}
