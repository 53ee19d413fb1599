import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { visibleProjects } from '../../../../../src/jira/project';
import { startGadget } from '../../../../../src/reads/gadget';
import { readTimeToClose } from '../../../../../src/reads/time-to-close';
import { closeModal, jiraAsViewer } from '../../shared/bridge';
import type { PageContext } from '../../shared/bridge';
import { BLOCKS } from '../../shared/risk-summary/blocks';
import { RiskSummary } from '../../shared/risk-summary/RiskSummary';
import type { CountedProject } from '../../shared/risk-summary/RiskSummary';
import { gadget } from '../../shared/strings/en-gadget';
import { fill } from '../../shared/strings/fill';
import { TimeToClose } from '../../shared/time-to-close/TimeToClose';
import { StatePanel } from '../../shared/ui/StatePanel';
import { projectOf } from './board-host';
import type { BoardProject } from './board-host';
import styles from './BoardAction.module.css';

/** The dialog on a board: the gadget's blocks for the board's own project, with status and next review. */
export function BoardAction({ context }: { readonly context: PageContext }) {
  const project = useMemo(() => projectOf(context), [context]);
  const name = useProjectName(project);
  useCloseOnEscape();
  return (
    <div className={styles.dialog}>
      <header className={styles.header}>
        <div className={styles.headings}>
          <h1 className={styles.title}>{name === undefined ? gadget.title : fill(gadget.titleOf, { name })}</h1>
          <p className={styles.subtitle}>
            {project === undefined || project.key === '' ? '\u00a0' : fill(gadget.board.subtitle, { key: project.key })}
          </p>
        </div>
        <CloseButton />
      </header>
      <main className={styles.body}>
        {project === undefined ? (
          <StatePanel heading={gadget.board.noProject.heading}>
            <p>{gadget.board.noProject.body}</p>
          </StatePanel>
        ) : (
          <Summary context={context} project={project} name={name} />
        )}
      </main>
    </div>
  );
}

function Summary({
  context,
  project,
  name,
}: {
  readonly context: PageContext;
  readonly project: BoardProject;
  readonly name: string | undefined;
}) {
  const source = useMemo(() => ({ kind: 'projects', projectIds: [project.id] }) as const, [project]);
  const { timezone } = context;
  const timeToClose = useCallback(
    (counted: CountedProject) => <TimeToClose read={readTimeToClose} timezone={timezone} {...counted} />,
    [timezone],
  );
  return (
    <RiskSummary
      read={startGadget}
      source={source}
      projects={name === undefined ? [] : [{ id: project.id, name }]}
      blocks={BLOCKS}
      columns="board"
      timezone={timezone}
      siteUrl={context.siteUrl}
      accountId={context.accountId}
      noneUsable={gadget.board.projectNotSetUp}
      timeToClose={timeToClose}
    />
  );
}

/** The host tells the id only. Without an answer the title goes without a name. */
function useProjectName(project: BoardProject | undefined): string | undefined {
  const [name, setName] = useState<string | undefined>(undefined);
  useEffect(() => {
    let left = false;
    if (project === undefined) return undefined;
    visibleProjects(jiraAsViewer, [project.id]).then(
      ([found]) => {
        if (!left) setName(found?.name);
      },
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [project]);
  return name;
}

/** Has the focus when the dialog opens, so that it can be left at once. */
function CloseButton() {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <IconButton
      ref={button}
      icon={CrossIcon}
      label={gadget.board.close}
      appearance="subtle"
      onClick={() => void closeModal()}
    />
  );
}

/** The host sees a key only while the focus is outside the frame. */
function useCloseOnEscape(): void {
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) void closeModal();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, []);
}
