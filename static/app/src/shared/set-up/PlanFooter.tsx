import Button from '@atlaskit/button/new';
import type { AppError } from '../../../../../src/contract/result';
import type { SetupPlan } from '../../../../../src/contract/set-up';
import { common } from '../strings/en-common';
import { setUp } from '../strings/en-set-up';
import { fill, plural } from '../strings/fill';
import { Note } from '../ui/Note';
import { useCountdown } from '../ui/useCountdown';
import { CopyButton } from './CopyButton';
import { footerWords } from './footer-words';
import { changesOf } from './plan-changes';
import { planText } from './plan-text';
import { dayAndTime } from './run-times';
import styles from './flow.module.css';

const words = setUp.footer;

/** What Apply would do, in one sentence, and the button that carries the number. Nothing to do: the sentence says why. */
export function PlanFooter({
  plan,
  timezone,
  anyProject,
  ofSite,
  busy,
  error,
  backLabel,
  onBack,
  onApply,
  onCheck,
}: {
  readonly plan: SetupPlan;
  readonly timezone: string;
  readonly anyProject: boolean;
  /** False on a project's own page, which says nothing about the site. */
  readonly ofSite: boolean;
  /** A newer plan or the start is on its way: the button waits for it. */
  readonly busy: boolean;
  /** Why the last start did not work. */
  readonly error: AppError | undefined;
  readonly backLabel: string;
  readonly onBack: () => void;
  readonly onApply: () => void;
  readonly onCheck: () => void;
}) {
  const changes = changesOf(plan);
  return (
    <footer className={styles.footer}>
      {error === undefined ? null : <NotStarted error={error} />}
      <CopyButton label={setUp.plan.copy} text={() => planText(plan, dayAndTime(new Date().toISOString(), timezone))} />
      <p className={styles.footerText}>{footerWords(changes, { anyProject, ofSite })}</p>
      <Button appearance="subtle" onClick={onBack}>
        {backLabel}
      </Button>
      {changes.total > 0 ? (
        <Button appearance="primary" isLoading={busy} onClick={onApply}>
          {plural(words.apply, changes.total)}
        </Button>
      ) : (
        <Button isLoading={busy} onClick={onCheck}>
          {setUp.plan.checkAgain}
        </Button>
      )}
    </footer>
  );
}

function NotStarted({ error }: { readonly error: AppError }) {
  const { heading, body } = common.errors[error.code];
  return (
    <div className={styles.footerNote} role="alert">
      <Note look="error" heading={words.notStarted}>
        <p>
          {heading}. {body} <code className={styles.code}>{error.code}</code>
        </p>
        {error.message === undefined ? null : <p>{fill(common.jiraSaid, { message: error.message })}</p>}
        {error.retryAfterSeconds === undefined ? null : <Wait seconds={error.retryAfterSeconds} />}
      </Note>
    </div>
  );
}

function Wait({ seconds }: { readonly seconds: number }) {
  const left = useCountdown(seconds, () => undefined);
  return left === 0 ? null : <p aria-live="off">{fill(words.waitSeconds, { seconds: left })}</p>;
}
