import Button from '@atlaskit/button/new';
import { useCallback, useMemo, useState } from 'react';
import type { HygieneRow } from '../../../../../../src/reads/hygiene-view';
import { LOOK_PAGE, LOOK_PAGES, RULE_PAGE } from '../../../../../../src/reads/hygiene';
import { NoticeBar, NoticeVoice } from '../../../shared/panel/NoticeBar';
import { useChange } from '../../../shared/panel/use-change';
import type { Changes, NoticePlace } from '../../../shared/panel/use-change';
import { hygiene as words } from '../../../shared/strings/en-hygiene';
import { fill, plural } from '../../../shared/strings/fill';
import { Skeleton } from '../../../shared/ui/Skeleton';
import { LiveText, VisuallyHidden } from '../../../shared/ui/VisuallyHidden';
import { FailedLine } from './FailedLine';
import type { RuleProps } from './RuleItem';
import { RuleRow } from './RuleRow';
import { headingId } from './rule-ids';
import styles from './hygiene.module.css';

/** Rows of a skeleton: about as many as a rule finds in a register that is looked after. */
const SKELETON_MOST = 3;

/** A fix says its outcome where the panel would; here there is one place for all. */
const PLACES: readonly NoticePlace[] = ['problems', 'level', 'enablers', 'risks'];

/** The risks that break a rule, twenty at a time, each with its fix; and what became of the last fix. */
export function RuleRows(props: RuleProps) {
  const { rule, standing, store } = props;
  const [shown, setShown] = useState(RULE_PAGE);
  const [fixing, setFixing] = useState<string>();
  // What the last fix was about is read again when it was saved, or undone: by then it may have left the list.
  const [subject, setSubject] = useState<HygieneRow>();
  const refresh = useCallback(async () => subject === undefined || (await store.lookAgain(subject)), [store, subject]);
  const changes = useChange(refresh);
  const onFix = (row: HygieneRow | undefined) => {
    setFixing(row?.id);
    if (row !== undefined) {
      changes.dismiss();
      setSubject(row);
    }
  };
  const { rows: reading, count, place } = standing;
  const rows = reading.rows.slice(0, shown);
  const landing = useMemo(() => [headingId(rule)], [rule]);

  return (
    <>
      <NoticeVoice changes={changes} />
      {PLACES.map((at) => (
        <NoticeBar key={at} changes={changes} place={at} landing={landing} />
      ))}
      <Outcome changes={changes} subject={subject} stays={reading.rows.some(({ id }) => id === subject?.id)} />
      {rows.length === 0 ? null : (
        <ul className={styles.rows} aria-label={fill(words.row.list, { rule: words.rules[rule].title })}>
          {rows.map((row) => (
            <RuleRow
              key={row.id}
              {...props}
              row={row}
              changes={changes}
              fixing={fixing === row.id}
              refresh={refresh}
              onFix={onFix}
            />
          ))}
        </ul>
      )}
      {reading.state === 'reading' && rows.length === 0 && count !== 0 ? <RowsSkeleton count={count} /> : null}
      {reading.state === 'failed' && reading.error !== undefined ? (
        <FailedLine
          template={words.rowsFailed}
          error={reading.error}
          onRetry={() => (place?.kind === 'look' ? store.lookOn(place.at) : store.readRows(rule))}
        />
      ) : null}
      <Foot {...props} shown={shown} onMore={() => setShown((before) => before + RULE_PAGE)} />
    </>
  );
}

/** Whether the risk that was put right still breaks the rule. */
function Outcome({
  changes: { notice },
  subject,
  stays,
}: {
  readonly changes: Changes;
  readonly subject: HygieneRow | undefined;
  readonly stays: boolean;
}) {
  const saved = notice?.kind === 'saved' && !notice.stale;
  const said = saved && subject !== undefined ? fill(stays ? words.stays : words.left, { key: subject.key }) : '';
  return (
    <>
      {said === '' ? null : <p className={styles.quiet}>{said}</p>}
      <LiveText>{said}</LiveText>
    </>
  );
}

/** How far the list goes, and how it goes on. */
function Foot({
  rule,
  standing,
  store,
  shown,
  onMore,
}: RuleProps & { readonly shown: number; readonly onMore: () => void }) {
  const { rows: reading, count, place, looked } = standing;
  const have = reading.rows.length;
  const busy = reading.state === 'reading';
  if (place === undefined) return null;
  if (place.kind === 'list') {
    if (count === 0) return <p className={styles.quiet}>{words.noRows}</p>;
    const left = Math.max(have, count ?? 0) - Math.min(shown, have);
    const end = reading.state === 'complete' && shown >= have;
    if (end && have === 0 && count !== undefined) return <p className={styles.quiet}>{fill(words.gone, { count })}</p>;
    if (end || have === 0 || left <= 0) return null;
    return (
      <Button
        isLoading={busy}
        onClick={() => {
          onMore();
          if (have < shown + RULE_PAGE && reading.state !== 'complete') store.readRows(rule);
        }}
      >
        {fill(words.more, { count: Math.min(left, RULE_PAGE) })}
      </Button>
    );
  }
  const { at } = place;
  return (
    <>
      {have > shown ? (
        <Button onClick={onMore}>{fill(words.more, { count: Math.min(have - shown, RULE_PAGE) })}</Button>
      ) : null}
      {looked === undefined || (looked === 0 && busy) ? null : (
        <div className={styles.looked}>
          <p className={styles.quiet}>
            {have === 0 && reading.state === 'complete' ? `${words.noRows} ` : ''}
            {plural(reading.state === 'complete' ? words.look.all[at] : words.look[at], looked)}
          </p>
          {reading.state === 'complete' || reading.state === 'failed' ? null : (
            <Button spacing="compact" isLoading={busy} onClick={() => store.lookOn(at)}>
              {fill(words.look.on, { count: LOOK_PAGE * LOOK_PAGES[at] })}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function RowsSkeleton({ count }: { readonly count: number | undefined }) {
  return (
    <div className={styles.skeleton} aria-busy="true">
      <VisuallyHidden>{words.loadingRows}</VisuallyHidden>
      {Array.from({ length: Math.min(count ?? SKELETON_MOST, SKELETON_MOST) }, (_, index) => (
        <Skeleton key={index} height="3rem" radius="var(--ds-radius-medium)" />
      ))}
    </div>
  );
}
