import type { Person } from '../../../../../src/jira/issue-fields';
import type { RiskView } from '../../../../../src/reads/risk-view';
import { risk as all } from '../strings/en-risk';
import type { Changes, NoticePlace } from '../panel/use-change';
import { Editor } from './Editor';
import { PeopleSearch } from './PeopleSearch';
import { ownerChange } from './risk-changes';
import type { Editing } from './use-editing';

/** Chooses who answers for the risk, among those whom Jira lets the viewer find. */
export function OwnerEditor({
  risk,
  changes,
  editing,
  place,
}: {
  readonly risk: RiskView;
  readonly changes: Changes;
  readonly editing: Editing;
  readonly place: NoticePlace;
}) {
  const words = all.owner;
  const choose = (person: Person | undefined) => changes.make(ownerChange(risk, person, place, editing.close));
  return (
    <Editor label={risk.owner === undefined ? words.choose : words.change} onCancel={editing.cancel}>
      <PeopleSearch
        name="panel-owner-search"
        issueId={risk.id}
        offersNobody={risk.owner !== undefined}
        busy={changes.saving === 'save:owner'}
        onChoose={choose}
      />
    </Editor>
  );
}
