import { Queue } from '@forge/events';
import { probe, type Probe } from '../local-forge/probe';
import { BackgroundControl } from './background-lab';

function lab(): Probe & { control: BackgroundControl } {
  const on = probe();
  return { ...on, control: new BackgroundControl(on.forge, on.site) };
}

const push = ({ run }: Probe, key = 'work') =>
  run(async () => new Queue({ key }).push({ body: {}, delayInSeconds: 60 }));

describe('what Lab shows of the app’s background', () => {
  it('lists queues with what waits, schedules with their next run, and events', async () => {
    const on = lab();
    await push(on);
    await push(on);
    expect(on.control.state()).toMatchObject({
      installed: true,
      twice: false,
      consumers: [
        { key: 'worker', waiting: 2 },
        { key: 'long-worker', waiting: 0 },
      ],
      schedules: [
        { key: 'nightly', interval: 'hour', nextAt: '2026-11-20T13:05:00.000Z' },
        { key: 'licensed-nightly', interval: 'day' },
      ],
      events: 1,
      hasTriggers: true,
      runs: [],
    });
  });

  it('shows the last runs, newest first, with what went wrong; pages are not among them', async () => {
    const on = lab();
    on.handlers.worker = () => {
      throw new Error('Jira was away');
    };
    await on.control.run('events', '');
    await push(on);
    await on.control.run('consumer', 'worker');
    expect(on.control.state().runs).toMatchObject([
      { kind: 'job', key: 'worker', outcome: 'failed', problem: 'Jira was away' },
      { kind: 'event', key: 'installed', outcome: 'answered' },
    ]);
  });
});

describe('Run now', () => {
  it('delivers what waits in one queue, due or not, and says so', async () => {
    const on = lab();
    await push(on);
    await push(on, 'long-work');
    expect(await on.control.run('consumer', 'worker')).toBe('1 job was delivered.');
    expect(await on.control.run('consumer', 'worker')).toBe('Nothing was waiting.');
    expect(on.control.state().consumers).toMatchObject([{ waiting: 0 }, { waiting: 1 }]);
  });

  it('runs a schedule, and says when its licence is missing or it failed', async () => {
    const on = lab();
    expect(await on.control.run('schedule', 'nightly')).toBe('nightly ran.');
    expect(await on.control.run('schedule', 'licensed-nightly')).toBe(
      'licensed-nightly did not run: its filter wants a licence.',
    );
    on.handlers.nightly = () => {
      throw new Error('no');
    };
    expect(await on.control.run('schedule', 'nightly')).toBe('nightly ran and failed.');
  });

  it('delivers twice when told to', async () => {
    const on = lab();
    let runs = 0;
    on.handlers.worker = () => void (runs += 1);
    on.handlers.nightly = () => void (runs += 1);
    on.control.twice = true;
    await push(on);
    expect(await on.control.run('consumer', 'worker')).toBe('2 jobs were delivered.');
    expect(await on.control.run('schedule', 'nightly')).toBe('nightly ran twice.');
    expect(runs).toBe(4);
  });

  it('names what there is not', async () => {
    const { control } = lab();
    await expect(control.run('consumer', 'none')).rejects.toThrow('The app has no consumer none.');
    await expect(control.run('schedule', 'none')).rejects.toThrow('no scheduled trigger none');
  });
});

describe('the app on the site', () => {
  it('is taken off and put on again, and Lab says what became of preUninstall', async () => {
    const on = lab();
    expect(await on.control.setInstalled(true)).toBe('The app is installed.');
    expect(await on.control.setInstalled(false)).toBe('The app was told, and is gone from the site.');
    expect(on.control.state()).toMatchObject({ installed: false, consumers: [{ waiting: 0 }, {}] });
    expect(await on.control.setInstalled(true)).toContain('with an empty storage');
    on.handlers.beforeUninstall = () => {
      throw new Error('Jira was away');
    };
    expect(await on.control.setInstalled(false)).toBe(
      'The app was told and failed (Jira was away); it is gone from the site all the same.',
    );
  });
});
