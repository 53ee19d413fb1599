/**
 * Runs in every app page, before the page's own code: the other end of @forge/bridge.
 *
 * It hands `callBridge(command, payload)` to the host page by postMessage, applies the theme once the page enabled it,
 * and reports the height of the content. It talks to nobody but the window that framed it, at the origin it expects.
 */
import {
  Handles,
  importHandles,
  parseHostMessage,
  type ColorMode,
  type HostMessage,
  type PageMessage,
} from './messages';
import { createPageHistory } from './page-history';

const hostOrigin = findHostOrigin();
const handles = new Handles();
const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
let calls = 0;

/** The host is the same server under the other loopback name (or, framed by a test, the same one). */
function findHostOrigin(): string {
  // Firefox knows no ancestorOrigins.
  const { ancestorOrigins } = location as { ancestorOrigins?: DOMStringList };
  const framedBy = ancestorOrigins?.[0] ?? new URL(document.referrer).origin;
  const allowed = ['localhost', '127.0.0.1'].map((name) => {
    const url = new URL(location.origin);
    url.hostname = name;
    return url.origin;
  });
  if (!allowed.includes(framedBy)) throw new Error(`This page may not be framed by ${framedBy}.`);
  return framedBy;
}

function post(message: PageMessage): void {
  window.parent.postMessage(message, hostOrigin);
}

function runOnHost(handle: number, args: unknown[]): void {
  post({ forge: 'run', handle, args: args.map((arg) => handles.export(arg)) });
}

async function call(command: string, payload?: unknown): Promise<unknown> {
  calls += 1;
  const id = calls;
  const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
  post({ forge: 'call', id, command, payload: handles.export(payload) });
  return answer;
}

async function callBridge(command: string, payload?: unknown): Promise<unknown> {
  const value = await call(command, payload);
  if (command === 'enableTheming') applyTheme(value as ColorMode);
  // history.listen must give back its "unlisten" at once, which no function behind postMessage can.
  if (command === 'createHistory') return createPageHistory(value);
  return value;
}

function applyTheme(colorMode: ColorMode): void {
  const root = document.documentElement;
  root.setAttribute('data-color-mode', colorMode);
  root.setAttribute(
    'data-theme',
    'dark:dark light:light spacing:spacing typography:typography shape:shape motion:motion',
  );
}

function onMessage(message: HostMessage): void {
  switch (message.forge) {
    case 'answer':
      waiting.get(message.id)?.resolve(importHandles(message.value, runOnHost));
      waiting.delete(message.id);
      return;
    case 'failure':
      waiting.get(message.id)?.reject(new Error(message.message));
      waiting.delete(message.id);
      return;
    case 'run':
      handles.run(
        message.handle,
        message.args.map((arg) => importHandles(arg, runOnHost)),
      );
      return;
    case 'theme':
      applyTheme(message.colorMode);
  }
}

function reportHeight(): void {
  let last = -1;
  const report = () => {
    const { marginTop, marginBottom } = getComputedStyle(document.body);
    const height = Math.ceil(document.body.offsetHeight + parseFloat(marginTop) + parseFloat(marginBottom));
    if (height !== last) post({ forge: 'height', height });
    last = height;
  };
  new ResizeObserver(report).observe(document.body);
  report();
}

window.addEventListener('message', (event) => {
  if (event.source !== window.parent || event.origin !== hostOrigin) return;
  const message = parseHostMessage(event.data);
  if (message !== undefined) onMessage(message);
});
window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) post({ forge: 'escape' });
});
document.addEventListener('DOMContentLoaded', reportHeight);

Object.assign(globalThis, { __bridge: { callBridge } });
