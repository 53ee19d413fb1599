import { installWhatIsMissing } from './install.mjs';

/** @param {import('./options.mjs').StartOptions} options */
export async function startLocalJira(options) {
  // Until the server stands, Ctrl-C simply ends: nothing is open yet that would have to be put away.
  let close = async () => {};
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());

  installWhatIsMissing();
  const { buildWhatIsStale } = await import('./build.mjs');
  await buildWhatIsStale();
  const { loadTypeScript } = await import('./typescript.mjs');
  const { runDevServer, sentenceFor } = await loadTypeScript('test/dev/main.ts');
  try {
    const server = await runDevServer(options, (line) => console.log(line));
    close = () => server.close();
  } catch (error) {
    console.error(sentenceFor(error));
    process.exit(1);
  }
}
