import Button from '@atlaskit/button/new';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { Bar } from './Bar';

const words = projectSettings.conflict;

/** Somebody else saved first. Nothing of either is lost; the person decides. */
export function ConflictBar({
  shown,
  onShow,
  onKeepMine,
  onTakeTheirs,
}: {
  readonly shown: boolean;
  readonly onShow: (shown: boolean) => void;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}) {
  return (
    <Bar
      look="information"
      focusKey="conflict"
      buttons={
        <>
          <Button aria-expanded={shown} onClick={() => onShow(!shown)}>
            {shown ? words.hide : words.show}
          </Button>
          <Button onClick={onTakeTheirs}>{words.takeTheirs}</Button>
          <Button appearance="primary" onClick={onKeepMine}>
            {words.keepMine}
          </Button>
        </>
      }
    >
      <b>{words.heading}</b> {words.body}
    </Bar>
  );
}
