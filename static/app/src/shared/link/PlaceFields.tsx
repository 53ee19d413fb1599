import Select, { AsyncSelect } from '@atlaskit/select';
import { useCallback, useState } from 'react';
import type { EnablerParent } from '../../../../../src/reads/enabler-places';
import type { LinkReads } from '../../../../../src/reads/link-reads';
import { jiraAsViewer } from '../bridge';
import { link } from '../strings/en-link';
import { fill } from '../strings/fill';
import styles from './dialog.module.css';
import './place-fields.css';
import type { EnablerPlace, PlaceProject } from './use-enabler-place';

const words = link.enabler;

/** Project, type and parent of the new enablers. */
export function PlaceFields({ place, reads }: { readonly place: EnablerPlace; readonly reads: LinkReads }) {
  const { project, types, typeId, form } = place;
  const type = types?.types.find(({ id }) => id === typeId);
  const parentTypes = type?.parentTypeIds ?? [];
  const findProjects = useCallback(
    (text: string): Promise<readonly PlaceProject[]> => reads.enablerProjects(jiraAsViewer, text),
    [reads],
  );
  return (
    <div className={styles.places}>
      <SearchOne<PlaceProject>
        name="enabler-project"
        label={words.project}
        value={project}
        find={findProjects}
        labelOf={(one) => fill(words.projectOption, { name: one.name, key: one.key })}
        nothing={words.projectNothing}
        onChange={(chosen) => {
          if (chosen !== undefined) place.chooseProject(chosen);
        }}
      />
      <div>
        <label className={styles.label} id="enabler-type-label" htmlFor="enabler-type">
          {words.type}
        </label>
        <Select
          inputId="enabler-type"
          labelId="enabler-type-label"
          classNamePrefix="place"
          isSearchable={false}
          isLoading={project !== undefined && types === undefined}
          options={[...(types?.types ?? [])]}
          value={type ?? null}
          getOptionValue={({ id }) => id}
          getOptionLabel={({ name }) => name}
          placeholder=""
          noOptionsMessage={() => words.noType}
          onChange={(chosen) => {
            if (chosen !== null) place.chooseType(chosen.id);
          }}
          maxMenuHeight={200}
        />
      </div>
      {project === undefined || form?.takesParent !== true || parentTypes.length === 0 ? null : (
        <ParentField
          key={`${project.id} ${parentTypes.join()}`}
          project={project}
          parentTypeIds={parentTypes}
          place={place}
          reads={reads}
        />
      )}
    </div>
  );
}

function ParentField({
  project,
  parentTypeIds,
  place,
  reads,
}: {
  readonly project: PlaceProject;
  readonly parentTypeIds: readonly string[];
  readonly place: EnablerPlace;
  readonly reads: LinkReads;
}) {
  const [among] = useState(parentTypeIds);
  const find = useCallback(
    (text: string): Promise<readonly EnablerParent[]> => reads.enablerParents(jiraAsViewer, project, among, text),
    [reads, project, among],
  );
  return (
    <div className={styles.wide}>
      <SearchOne<EnablerParent>
        name="enabler-parent"
        label={words.parent}
        value={place.parent}
        find={find}
        labelOf={({ key, summary }) => `${key} ${summary}`}
        nothing={words.parentNothing}
        placeholder={words.parentNone}
        onChange={place.chooseParent}
        clearable
      />
    </div>
  );
}

/** One of many, found by typing. */
function SearchOne<Item extends { readonly id: string }>({
  name,
  label,
  value,
  find,
  labelOf,
  nothing,
  placeholder = words.searchPlaceholder,
  clearable = false,
  onChange,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: Item | undefined;
  readonly find: (text: string) => Promise<readonly Item[]>;
  readonly labelOf: (item: Item) => string;
  readonly nothing: string;
  readonly placeholder?: string;
  readonly clearable?: boolean;
  readonly onChange: (item: Item | undefined) => void;
}) {
  const [failed, setFailed] = useState(false);
  const load = useCallback(
    async (text: string): Promise<Item[]> => {
      try {
        const found = await find(text);
        setFailed(false);
        return [...found];
      } catch {
        setFailed(true);
        return [];
      }
    },
    [find],
  );
  return (
    <div>
      <label className={styles.label} id={`${name}-label`} htmlFor={name}>
        {label}
      </label>
      <AsyncSelect<Item>
        inputId={name}
        labelId={`${name}-label`}
        classNamePrefix="place"
        defaultOptions
        isClearable={clearable}
        clearControlLabel={words.parentClear}
        value={value ?? null}
        loadOptions={load}
        getOptionValue={({ id }) => id}
        getOptionLabel={labelOf}
        placeholder={placeholder}
        loadingMessage={() => words.searching}
        noOptionsMessage={() => (failed ? words.searchFailed : nothing)}
        onChange={(chosen) => onChange(chosen ?? undefined)}
        maxMenuHeight={200}
      />
    </div>
  );
}
