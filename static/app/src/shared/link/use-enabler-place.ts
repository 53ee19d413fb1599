import { useCallback, useEffect, useState } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import type { ProjectSetup } from '../../../../../src/domain/site-setup';
import type { EnablerForm, EnablerParent, EnablerTypes } from '../../../../../src/reads/enabler-places';
import type { LinkReads } from '../../../../../src/reads/link-reads';
import { appErrorOf, OperationError } from '../app-error';
import { invoke, jiraAsViewer } from '../bridge';
import type { LinkGround } from './LinkDialog';
import type { LinkSubject } from './context';

export interface PlaceProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** Where the enablers will be made: chosen step by step, each step read when the one before it is known. */
export interface EnablerPlace {
  readonly project: PlaceProject | undefined;
  readonly types: EnablerTypes | undefined;
  readonly typeId: string | undefined;
  readonly form: EnablerForm | undefined;
  readonly parent: EnablerParent | undefined;
  /** What can be made there is still being read. */
  readonly reading: boolean;
  /** The viewer may not create issues anywhere. */
  readonly nowhere: boolean;
  readonly error: AppError | undefined;
  readonly chooseProject: (project: PlaceProject) => void;
  readonly chooseType: (typeId: string) => void;
  readonly chooseParent: (parent: EnablerParent | undefined) => void;
  readonly retry: () => void;
}

/** Begins in the subject's own project where the viewer may create issues there, otherwise in the first one offered. */
export function useEnablerPlace(reads: LinkReads, { site }: LinkGround, subject: LinkSubject): EnablerPlace {
  const [project, setProject] = useState<PlaceProject>();
  const [there, setThere] = useState<{ readonly types: EnablerTypes; readonly setup: ProjectSetup | undefined }>();
  const [typeId, setTypeId] = useState<string>();
  const [form, setForm] = useState<EnablerForm>();
  const [parent, setParent] = useState<EnablerParent>();
  const [nowhere, setNowhere] = useState(false);
  const [error, setError] = useState<AppError>();
  const [attempt, setAttempt] = useState(0);

  /** Runs until the next question makes its answer pointless. */
  const ask = useCallback(<T>(question: () => Promise<T>, take: (value: T) => void) => {
    let over = false;
    question().then(
      (value) => {
        if (!over) take(value);
      },
      (failed: unknown) => {
        if (!over) setError(appErrorOf(failed));
      },
    );
    return () => {
      over = true;
    };
  }, []);

  useEffect(() => {
    return ask(
      async () => {
        const near = await reads.enablerProjects(jiraAsViewer, subject.projectKey);
        const own = near.find(({ id }) => id === subject.projectId);
        return own ?? near[0] ?? (await reads.enablerProjects(jiraAsViewer, ''))[0];
      },
      (first) => {
        if (first === undefined) setNowhere(true);
        else setProject((old) => old ?? first);
      },
    );
  }, [ask, reads, subject, attempt]);

  const projectId = project?.id;
  useEffect(() => {
    if (projectId === undefined) return undefined;
    return ask(
      async () => {
        const answer = await invoke('getSetup', { projectIds: [projectId] });
        if (!answer.ok) throw new OperationError(answer.error);
        const [setup] = answer.value.projects;
        return { setup, types: await reads.enablerTypes(jiraAsViewer, site, setup, projectId) };
      },
      (found) => {
        setThere(found);
        setTypeId(found.types.usualId);
      },
    );
  }, [ask, reads, site, projectId, attempt]);

  useEffect(() => {
    if (projectId === undefined || there === undefined || typeId === undefined) return undefined;
    return ask(() => reads.readEnablerForm(jiraAsViewer, site, there.setup, projectId, typeId), setForm);
  }, [ask, reads, site, there, projectId, typeId, attempt]);

  return {
    project,
    types: there?.types,
    typeId,
    form,
    parent,
    // A project without a fitting type has nothing further to read.
    reading: form === undefined && !nowhere && error === undefined && there?.types.types.length !== 0,
    nowhere,
    error,
    chooseProject: (chosen) => {
      if (chosen.id === projectId) return;
      setProject(chosen);
      setThere(undefined);
      setTypeId(undefined);
      setForm(undefined);
      setParent(undefined);
      setError(undefined);
    },
    chooseType: (chosen) => {
      if (chosen === typeId) return;
      setTypeId(chosen);
      setForm(undefined);
      // What one type can stand under another cannot.
      setParent(undefined);
    },
    chooseParent: setParent,
    retry: () => {
      setError(undefined);
      setAttempt(attempt + 1);
    },
  };
}
