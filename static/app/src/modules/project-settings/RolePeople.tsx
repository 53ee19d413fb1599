import { useEffect, useState } from 'react';
import { roleMembers } from '../../../../../src/jira/role';
import { jiraAsViewer } from '../../shared/bridge';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill } from '../../shared/strings/fill';

const words = projectSettings.approvers.people;

/** Who is in a role of the project right now, as the viewer may see it; nothing where that cannot be told. */
export function RolePeople({ projectId, roleId }: { readonly projectId: string; readonly roleId: string }) {
  const [names, setNames] = useState<readonly string[] | undefined>(undefined);
  useEffect(() => {
    let left = false;
    roleMembers(jiraAsViewer, projectId, roleId).then(
      (members) => {
        if (!left) setNames(members.names);
      },
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [projectId, roleId]);
  return names === undefined ? null : sentenceOf(names);
}

function sentenceOf(names: readonly string[]): string {
  const [first, second] = names;
  if (first === undefined) return words.none;
  if (second === undefined) return fill(words.one, { first });
  return names.length === 2 ? fill(words.two, { first, second }) : fill(words.more, { first, count: names.length - 1 });
}
