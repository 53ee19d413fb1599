import Button from '@atlaskit/button/new';
import { useMemo } from 'react';
import type { LinkSubject } from '../../../shared/link/context';
import { useLinkDialogs } from '../../../shared/panel/use-link-dialogs';
import { hygiene as words } from '../../../shared/strings/en-hygiene';
import type { FixProps } from './Fix';
import styles from './hygiene.module.css';

/** The two ways to an enabler: link one that is there, or make some. */
export function LinkFix({ risk, changes, refresh, onCancel }: FixProps) {
  const { id, key, summary, projectId, projectKey } = risk;
  const subject = useMemo(
    (): LinkSubject => ({ id, key, summary, projectId, projectKey, kind: 'risk' }),
    [id, key, summary, projectId, projectKey],
  );
  const dialogs = useLinkDialogs(subject, refresh, changes);
  return (
    <div className={styles.box}>
      <p>{words.fix.inTreatment}</p>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          spacing="compact"
          // The viewer has just asked for this.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onClick={() => dialogs?.link('isReducedBy')}
        >
          {words.fix.link}
        </Button>
        <Button spacing="compact" onClick={() => dialogs?.enablers()}>
          {words.fix.create}
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={onCancel}>
          {words.fix.close}
        </Button>
      </div>
    </div>
  );
}
