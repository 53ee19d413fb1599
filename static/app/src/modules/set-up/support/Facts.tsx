import type { ReactNode } from 'react';
import type { AppFacts, SupportView } from '../../../../../../src/contract/support';
import { Lozenge } from '../../../shared/set-up/Lozenge';
import { support } from '../../../shared/strings/en-support';
import { fill } from '../../../shared/strings/fill';
import { Moment } from './Moment';
import { codeHeading, RUN_STATES } from './support-words';
import styles from './support.module.css';

const words = support.app;

/** Which app this is, where it is installed, and how far its set-up is. */
export function Facts({
  app,
  view,
  timezone,
}: {
  readonly app: AppFacts;
  readonly view: SupportView;
  readonly timezone: string;
}) {
  return (
    <dl className={styles.facts}>
      <Fact name={support.setUp.label}>
        {view.isSetUp ? (
          <Lozenge look="success" mark="alreadyRight">
            {support.setUp.yes}
          </Lozenge>
        ) : (
          <Lozenge look="neutral" mark="waits">
            {support.setUp.no}
          </Lozenge>
        )}
      </Fact>
      <Fact name={support.setUp.run}>
        <LastRun view={view} timezone={timezone} />
      </Fact>
      <Fact name={words.version}>{known(app.version)}</Fact>
      <Fact name={words.environment}>{known(app.environment)}</Fact>
      <Fact name={words.licence}>{words.licences[app.licence]}</Fact>
      <Fact name={words.installationId} isId>
        {known(app.installationId)}
      </Fact>
      <Fact name={words.cloudId} isId>
        {known(app.cloudId)}
      </Fact>
      <Fact name={words.appId} isId>
        {known(app.appId)}
      </Fact>
      <Fact name={words.environmentId} isId>
        {known(app.environmentId)}
      </Fact>
    </dl>
  );
}

function known(value: string): string {
  return value === '' ? words.unknown : value;
}

function Fact({
  name,
  isId = false,
  children,
}: {
  readonly name: string;
  readonly isId?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={isId ? styles.id : undefined}>{children}</dd>
    </div>
  );
}

function LastRun({ view, timezone }: { readonly view: SupportView; readonly timezone: string }) {
  const { setupRun: run, at } = view;
  if (run === undefined) return support.setUp.noRun;
  const { word, look, mark } = RUN_STATES[run.state];
  const { done, steps, failed } = run;
  return (
    <>
      {support.setUp.kinds[run.kind]}{' '}
      <Lozenge look={look} mark={mark}>
        {word}
      </Lozenge>
      <Moment iso={run.endedAt ?? run.startedAt} now={at} timezone={timezone} />
      <span className={styles.second}>{fill(support.setUp.steps, { done, steps })}</span>
      {failed === undefined ? null : (
        <span className={styles.second}>
          {fill(support.schedules.because, { heading: codeHeading(failed.code), code: failed.code })}{' '}
          {fill(support.setUp.failedAt, { step: failed.step })}
        </span>
      )}
    </>
  );
}
