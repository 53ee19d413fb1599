import { Avatar } from '../parts/avatar';
import { Icon } from '../parts/icon';
import { MenuItem, Popup } from '../parts/menu';
import { VisuallyHidden } from '../parts/visually-hidden';
import { useNavigation } from '../site/navigation';
import { server } from '../site/server';
import { useSession } from '../site/session';
import styles from './top-bar.module.css';

/** One click on a name and the same page is that person's: trying roles is the point of this stand-in. */
export function UserMenu() {
  const { user, people, refresh } = useSession();
  const { reload } = useNavigation();
  const become = async (accountId: string) => {
    await server.switchUser(accountId);
    await refresh();
    reload();
  };
  return (
    <Popup
      kind="menu"
      label="Switch user"
      side="end"
      opener={(props) => (
        <button type="button" className={styles.user} {...props}>
          <VisuallyHidden>Signed in as </VisuallyHidden>
          <Avatar name={user.displayName} colour={user.colour} size={32} />
          <span className={styles.person}>
            <b>{user.displayName}</b> <span>{user.role}</span>
          </span>
          <VisuallyHidden>. Switch user</VisuallyHidden>
          <Icon name="down" small />
        </button>
      )}
    >
      {(close) => (
        <div className={styles.users}>
          <p role="presentation">Continue as</p>
          {people.map((person) => (
            <MenuItem
              key={person.accountId}
              selected={person.accountId === user.accountId}
              onSelect={() => {
                close();
                void become(person.accountId);
              }}
            >
              <Avatar name={person.displayName} colour={person.colour} size={32} />
              <span className={styles.about}>
                <b>{person.displayName}</b>
                <span>{person.about}</span>
              </span>
              {person.accountId === user.accountId && <Icon name="check" />}
            </MenuItem>
          ))}
        </div>
      )}
    </Popup>
  );
}
