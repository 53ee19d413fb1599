import { IconButton } from '@atlaskit/button/new';
import LinkBrokenIcon from '@atlaskit/icon/core/link-broken';
import { panel } from '../../../shared/strings/en-panel';
import { fill } from '../../../shared/strings/fill';
import { unlinkChange, unlinkControl } from '../../../shared/panel/link-changes';
import type { Changes, NoticePlace } from '../../../shared/panel/use-change';

/** Removes one link of the issue on screen; the notice offers to put it back. */
export function UnlinkButton({
  issueId,
  other,
  place,
  changes,
}: {
  readonly issueId: string;
  readonly other: { readonly key: string; readonly linkId: string };
  readonly place: NoticePlace;
  readonly changes: Changes;
}) {
  return (
    <IconButton
      icon={LinkBrokenIcon}
      label={fill(panel.risks.unlink, { key: other.key })}
      appearance="subtle"
      spacing="compact"
      isTooltipDisabled
      isLoading={changes.saving === unlinkControl(other.linkId)}
      onClick={() => changes.make(unlinkChange(issueId, other, place))}
    />
  );
}
