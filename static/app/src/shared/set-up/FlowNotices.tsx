import Button from '@atlaskit/button/new';
import type { ProjectName, SetupRun } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { Note } from '../ui/Note';
import { StatePanel } from '../ui/StatePanel';
import styles from './flow.module.css';

/** Codes that say that this page is not for this person. */
export const DENIED: ReadonlySet<string> = new Set(['no-permission', 'not-signed-in']);

/** In the place of everything: who can do this. */
export function Denied({ project }: { readonly project: ProjectName | undefined }) {
  const { heading, body: text } = project === undefined ? setUp.notAdmin : setUp.notProjectAdmin;
  return (
    <StatePanel heading={heading}>
      <p>{text}</p>
    </StatePanel>
  );
}

/** A run that somebody else began while something else was on screen. */
export function Elsewhere({ run, onShow }: { readonly run: SetupRun; readonly onShow: () => void }) {
  return (
    <div className={styles.notice} role="status">
      <Note look="information" heading={setUp.run.other}>
        <Button spacing="compact" onClick={onShow}>
          {run.kind === 'undo' ? setUp.run.otherShowUndo : setUp.run.otherShow}
        </Button>
      </Note>
    </div>
  );
}

/** The other kind of run is on screen in another tab, and nothing else can begin before it ends. */
export function Busy({ heading, onShow }: { readonly heading: string; readonly onShow: () => void }) {
  return <StatePanel heading={heading} actions={<Button onClick={onShow}>{setUp.run.otherShow}</Button>} />;
}
