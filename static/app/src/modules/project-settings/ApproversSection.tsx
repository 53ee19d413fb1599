import { AsyncSelect } from '@atlaskit/select';
import { useCallback, useState } from 'react';
import type { Choice } from '../../../../../src/contract/settings';
import type { Approvers } from '../../../../../src/domain/project-settings';
import { findGroups } from '../../../../../src/jira/group';
import { jiraAsViewer } from '../../shared/bridge';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill } from '../../shared/strings/fill';
import { Field } from '../../shared/ui/Field';
import { useSettingsForm } from './form-context';
import { pickedApprovers } from './names';
import { RolePeople } from './RolePeople';
import { Section } from './Section';
import { approversId } from './sections';
import './approvers.css';

const words = projectSettings.approvers;

/** One line of the list. */
interface Option {
  readonly approvers: Approvers;
  /** The name in Jira. */
  readonly name: string;
  /** What is shown. */
  readonly label: string;
}

interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

/** The role or group whose people may approve acceptances. Groups are those that the viewer may see. */
export function ApproversSection({
  projectId,
  onMetGroup,
}: {
  readonly projectId: string;
  /** Remembers a group that was chosen, for its name. */
  readonly onMetGroup: (group: Choice) => void;
}) {
  const { draft, choices, mistakes, edit } = useSettingsForm();
  const [rolesOnly, setRolesOnly] = useState(false);
  const { roles } = choices;
  const load = useCallback(
    async (text: string): Promise<OptionGroup[]> => {
      const fits = roles.filter(({ name }) => name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()));
      const found = await findGroups(jiraAsViewer, text).catch(() => undefined);
      setRolesOnly(found === undefined);
      return [
        { label: words.roles, options: fits.map(roleOption) },
        { label: words.groups, options: (found ?? []).map(groupOption) },
      ].filter(({ options }) => options.length > 0);
    },
    [roles],
  );
  const chosen = pickedApprovers(draft.approvers, choices);
  const value: Option | null =
    chosen === undefined || draft.approvers === undefined
      ? null
      : { approvers: draft.approvers, name: chosen.name, label: chosen.name };
  const choose = (option: Option | null) => {
    if (option?.approvers.kind === 'group') onMetGroup({ id: option.approvers.groupId, name: option.name });
    edit({ approvers: option?.approvers });
  };
  const help = (
    <>
      {draft.approvers?.kind === 'role' && chosen?.problem === undefined ? (
        <RolePeople key={draft.approvers.id} projectId={projectId} roleId={draft.approvers.id} />
      ) : null}
      {draft.approvers === undefined ? words.nobodyYet : null}
      {rolesOnly ? ` ${words.rolesOnly}` : null}
    </>
  );
  return (
    <Section id="approvers" heading={words.heading} help={words.help}>
      <Field name="approvers" label={words.label} help={help} mistake={mistakes.approvers}>
        {(ids) => (
          <AsyncSelect<Option>
            inputId={ids.control}
            labelId={ids.labelId}
            descriptionId={ids.describedBy ?? ''}
            isInvalid={mistakes.approvers !== undefined}
            classNamePrefix="approvers"
            isClearable
            clearControlLabel={words.clear}
            defaultOptions
            value={value}
            loadOptions={load}
            onChange={choose}
            getOptionValue={({ approvers }) => approversId(approvers)}
            placeholder={words.placeholder}
            loadingMessage={() => words.looking}
            noOptionsMessage={() => words.nothing}
            maxMenuHeight={240}
            // Below this field there is little room before the frame ends.
            menuPlacement="auto"
          />
        )}
      </Field>
    </Section>
  );
}

function roleOption({ id, name }: Choice): Option {
  return { approvers: { kind: 'role', id }, name, label: fill(words.role, { name }) };
}

function groupOption({ id, name }: Choice): Option {
  return { approvers: { kind: 'group', groupId: id }, name, label: fill(words.group, { name }) };
}
