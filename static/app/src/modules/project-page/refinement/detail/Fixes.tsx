import Button from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import LinkIcon from '@atlaskit/icon/core/link';
import UndoIcon from '@atlaskit/icon/core/undo';
import { refinement } from '../../../../shared/strings/en-refinement';
import { fill } from '../../../../shared/strings/fill';
import { Kbd, useKeyName } from '../Kbd';
import styles from './detail.module.css';

/** What answers a relevant story, and the way back of a bypass. What the viewer may not do is left out. */
export function Fixes({
  onEnabler,
  onLink,
  moveBack,
}: {
  readonly onEnabler: (() => void) | undefined;
  readonly onLink: (() => void) | undefined;
  readonly moveBack: { readonly statusName: string; readonly busy: boolean; readonly go: () => void } | undefined;
}) {
  const keyName = useKeyName();
  if (onEnabler === undefined && onLink === undefined && moveBack === undefined) return null;
  return (
    <div className={styles.actions}>
      {onEnabler === undefined ? null : (
        <Button iconBefore={AddIcon} onClick={onEnabler} {...keyName('E')}>
          {refinement.detail.enabler} <Kbd>{refinement.keys.e}</Kbd>
        </Button>
      )}
      {onLink === undefined ? null : (
        <Button iconBefore={LinkIcon} onClick={onLink} {...keyName('L')}>
          {refinement.detail.link} <Kbd>{refinement.keys.l}</Kbd>
        </Button>
      )}
      {moveBack === undefined ? null : (
        <Button iconBefore={UndoIcon} isLoading={moveBack.busy} onClick={moveBack.go}>
          {fill(refinement.bypass.moveBack, { status: moveBack.statusName })}
        </Button>
      )}
    </div>
  );
}
