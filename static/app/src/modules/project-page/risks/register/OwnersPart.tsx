import Button from '@atlaskit/button/new';
import type { FoundPerson } from '../../../../../../../src/jira/people';
import { register } from '../../../../shared/strings/en-register';
import { fill, formatCount, plural } from '../../../../shared/strings/fill';
import { LiveText } from '../../../../shared/ui/VisuallyHidden';
import type { NamedOwner, OwnerChoice, Owners } from './use-owners';
import styles from './register.module.css';

const words = register.owners;

/** Who the owners of the file are in Jira: those that are not certain first, each with a choice. */
export function OwnersPart({ owners }: { readonly owners: Owners }) {
  const { all, looking, choose, lookAgain } = owners;
  if (all.length === 0) return null;
  const found = all.filter(({ state }) => state.state === 'found');
  const open = all.filter(({ state }) => state.state !== 'found' && state.state !== 'looking');
  const lookingText = fill(words.looking, { done: formatCount(all.length - looking), all: formatCount(all.length) });
  return (
    <section aria-labelledby="owners-heading">
      <h3 id="owners-heading" className={styles.partHeading}>
        {words.heading}
      </h3>
      <p className={styles.help}>{words.help}</p>
      {looking === 0 ? null : <p>{lookingText}</p>}
      <LiveText>{looking === 0 ? plural(words.found, found.length) : ''}</LiveText>
      {open.length === 0 ? null : (
        <ul className={styles.answers}>
          {open.map((owner) => (
            <Unsure key={owner.key} owner={owner} onChoose={(choice) => choose(owner.key, choice)} />
          ))}
        </ul>
      )}
      {all.some(({ state }) => state.state === 'failed') ? (
        <p>
          <Button onClick={lookAgain}>{words.again}</Button>
        </p>
      ) : null}
      {found.length === 0 ? null : (
        <details className={styles.found}>
          <summary>{plural(words.found, found.length)}</summary>
          <ul>
            {found.map((owner) => (
              <li key={owner.key}>
                {owner.text} → <b>{owner.state.state === 'found' ? owner.state.person.name : ''}</b>{' '}
                <span className={styles.subtle}>{plural(words.rows, owner.rows)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Unsure({
  owner,
  onChoose,
}: {
  readonly owner: NamedOwner;
  readonly onChoose: (choice: OwnerChoice | undefined) => void;
}) {
  const { text, rows, state, choice } = owner;
  const people = state.state === 'several' ? state.people : [];
  const value = choice === undefined ? '' : choice === 'leave' ? 'leave' : choice.accountId;
  const why =
    state.state === 'several'
      ? plural(words.several, people.length)
      : state.state === 'failed'
        ? words.failed
        : words.nobody;
  return (
    <li className={styles.answer}>
      <span className={styles.asked}>
        {text}
        <span className={styles.subtle}>
          {why} · {plural(words.rows, rows)}
        </span>
      </span>
      <select
        className={`${styles.choice} ${choice === undefined ? styles.open : ''}`}
        aria-label={fill(words.label, { owner: text })}
        value={value}
        onChange={({ currentTarget: { value: chosen } }) =>
          onChoose(chosen === '' ? undefined : chosen === 'leave' ? 'leave' : { accountId: chosen })
        }
      >
        <option value="">{words.refuse}</option>
        {people.map((person) => (
          <option key={person.accountId} value={person.accountId}>
            {labelOf(person, people)}
          </option>
        ))}
        <option value="leave">{words.leave}</option>
      </select>
    </li>
  );
}

/** Two people of one name are told apart by their address, or by the end of their account's id. */
function labelOf({ name, email, accountId }: FoundPerson, people: readonly FoundPerson[]): string {
  if (people.filter((other) => other.name === name).length === 1) return name;
  return fill(words.namesake, { name, mark: email ?? accountId.slice(-6) });
}
