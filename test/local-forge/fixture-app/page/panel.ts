/** The fixture's page: the real @forge/bridge, within reach of a test. */
import { events, invoke, Modal, requestJira, rovo, router, showFlag, view } from '@forge/bridge';

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));

const bridge = { events, invoke, Modal, requestJira, rovo, router, showFlag, view, violations };
Object.assign(globalThis, { bridge });
export type FixtureBridge = typeof bridge;

async function start(): Promise<void> {
  await view.theme.enable();
  const context = await view.getContext();
  const root = document.getElementById('root');
  if (root === null) return;
  const modal: unknown = context.extension['modal'];
  root.textContent =
    modal === undefined ? `Panel of ${context.accountId ?? ''}` : `Modal with ${JSON.stringify(modal)}`;
  const button = document.createElement('button');
  button.textContent = modal === undefined ? 'Open' : 'Save';
  button.addEventListener('click', () => {
    if (modal !== undefined) void view.close({ saved: true });
    else void new Modal({ size: 'small', title: 'Link', context: { from: 'panel' }, onClose: closed }).open();
  });
  root.append(button);
}

function closed(payload: unknown): void {
  document.title = `closed with ${JSON.stringify(payload)}`;
}

void start();
