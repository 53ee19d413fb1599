/** A host page of a few lines, as the shell is a host page. */
import { emitAppEvent, mountModule, type MountedModule } from '../../browser/host';

const calls: unknown[] = [];
const container = document.createElement('main');
document.body.append(container);

const mounted: MountedModule = mountModule(container, {
  site: { cloudId: 'cloud-probe', siteUrl: window.location.origin },
  viewer: { accountId: 'mara', locale: 'en-GB' },
  moduleKey: 'panel',
  resource: 'pages/panel',
  extension: { type: 'jira:issueContext', issue: { id: '10001', key: 'SEC-1', type: 'Story', typeId: '10002' } },
  colorMode: 'light',
  title: 'Fixture panel',
  onSubmit: (payload) => calls.push({ submitted: payload }),
  modulePath: (key) => (key === 'set-up' ? '/admin/set-up' : undefined),
  onNavigate: (navigation) => calls.push({ navigation }),
});

Object.assign(globalThis, { host: { mounted, emitAppEvent, calls } });
