import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { RefinementRow } from '../../../../../../src/reads/refinement-view';
import { failureWords } from '../../../shared/failure-words';
import { refinement } from '../../../shared/strings/en-refinement';
import { fill, formatCount, plural } from '../../../shared/strings/fill';
import { Note as NoteBox } from '../../../shared/ui/Note';
import { IssueLink } from '../../../shared/ui/SiteLink';
import { copyText } from '../../../shared/ui/StatePanel';
import { revertible } from './deeds';
import type { Deed, Refused } from './deeds';
import type { Note } from './meeting-store';
import { noteHeading } from './note-words';
import { refusalGroups } from './refusals';
import styles from './meeting.module.css';

const words = refinement.note;
/** Stories of one reason that are named in full. */
const NAMED = 10;

interface Refusals {
  readonly refused: readonly Refused[];
  readonly rows: readonly RefinementRow[];
}

/** What has to be looked at: every refusal is named, and can be copied. */
export function NoteBar({
  note,
  deeds,
  onUndo,
  onClose,
}: {
  readonly note: Note;
  readonly deeds: readonly Deed[];
  readonly onUndo: () => void;
  readonly onClose: () => void;
}) {
  const deed = note.kind === 'refused' ? deeds.find(({ id }) => id === note.deedId) : undefined;
  const decision = deed?.kind === 'assessed' ? deed : undefined;
  const refusals: Refusals | undefined = note.kind === 'notTakenBack' ? note : decision;
  const back = decision?.phase === 'done' && decision.rows.length > 1 ? revertible(decision).length : 0;
  return (
    <div className={styles.note}>
      <NoteBox look={note.kind === 'others' ? 'information' : 'warning'} heading={noteHeading(note, deeds)}>
        {refusals === undefined ? null : <Groups {...refusals} />}
        <Sentence note={note} refused={decision?.refused ?? []} />
        <div className={styles.noteActions}>
          {refusals === undefined ? null : <CopyKeys {...refusals} />}
          {back === 0 ? null : (
            <Button spacing="compact" onClick={onUndo}>
              {fill(words.undo, { count: formatCount(back) })}
            </Button>
          )}
          <Button spacing="compact" appearance="subtle" onClick={onClose}>
            {words.close}
          </Button>
        </div>
      </NoteBox>
    </div>
  );
}

function Sentence({ note, refused }: { readonly note: Note; readonly refused: readonly Refused[] }): ReactNode {
  switch (note.kind) {
    case 'others':
      return <p>{words.othersBody}</p>;
    case 'failed': {
      const { heading, body } = failureWords(note.error);
      return <p>{`${heading}. ${body}`}</p>;
    }
    case 'refused':
      // Whoever was quicker has the story; it is not back.
      return refused.some(({ error }) => error.code !== 'conflict' && error.code !== 'not-found') ? (
        <p>{refused.length === 1 ? words.backInListOne : words.backInList}</p>
      ) : null;
    case 'notTakenBack':
    case 'noDialog':
      return null;
  }
}

function Groups({ refused, rows }: Refusals) {
  return refusalGroups(refused, rows).map((group) => (
    <div key={group.reason}>
      <p>{group.reason}</p>
      <ul className={styles.refused}>
        {group.rows.slice(0, NAMED).map(({ id, key, summary }) => (
          <li key={id}>
            <IssueLink issueKey={key} className={styles.refusedKey}>
              {key}
            </IssueLink>{' '}
            {summary}
          </li>
        ))}
        {group.rows.length <= NAMED ? null : <li>{plural(words.more, group.rows.length - NAMED)}</li>}
      </ul>
    </div>
  ));
}

function CopyKeys({ refused, rows }: Refusals) {
  const [copied, setCopied] = useState(false);
  const ids = new Set(refused.map(({ issueId }) => issueId));
  const keys = rows.filter(({ id }) => ids.has(id)).map(({ key }) => key);
  if (keys.length === 0) return null;
  return (
    <Button spacing="compact" onClick={() => void copyText(keys.join(', ')).then(setCopied)}>
      {copied ? words.copied : plural(words.copy, keys.length)}
    </Button>
  );
}
