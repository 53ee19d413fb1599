import Button from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import DownloadIcon from '@atlaskit/icon/core/download';
import { useState } from 'react';
import type { AppError } from '../../../../../../../src/contract/result';
import { setupOf } from '../../../../../../../src/domain/site-setup';
import { readRegisterOf, readWholeRegister } from '../../../../../../../src/reads/register';
import { appErrorOf } from '../../../../shared/app-error';
import { jiraAsViewer, showFlag } from '../../../../shared/bridge';
import { isoToday } from '../../../../shared/days';
import { failureWords } from '../../../../shared/failure-words';
import { register } from '../../../../shared/strings/en-register';
import { plural } from '../../../../shared/strings/fill';
import { LiveText } from '../../../../shared/ui/VisuallyHidden';
import type { ProjectStand } from '../../ProjectPage';

const words = register.export;

/** Writes the register into a CSV file: the risks shown, in their order, or all of the project. */
export function Export({
  stand: { projectId, projectKey, site, project },
  timezone,
  shown,
  complete,
}: {
  readonly stand: ProjectStand;
  readonly timezone: string;
  /** Ids of the risks in the list as it is filtered and sorted now. */
  readonly shown: readonly string[];
  /** False while the list is still loading. */
  readonly complete: boolean;
}) {
  const [read, setRead] = useState<number>();
  const busy = read !== undefined;

  const run = async (what: 'shown' | 'all') => {
    setRead(0);
    const setup = setupOf(site, project);
    try {
      const [risks, { downloadRegister }] = await Promise.all([
        what === 'shown'
          ? readRegisterOf(jiraAsViewer, setup, shown, { onRead: setRead })
          : readWholeRegister(jiraAsViewer, setup, projectId, { onRead: setRead }),
        import('./files'),
      ]);
      downloadRegister(projectKey, isoToday(timezone), risks);
      const missing = what === 'shown' ? shown.length - risks.length : 0;
      showFlag({
        id: 'register-export',
        type: missing === 0 ? 'success' : 'warning',
        title: plural(words.done, risks.length),
        ...(missing === 0 ? {} : { description: plural(words.fewer, missing) }),
      });
    } catch (error) {
      tellFailure(appErrorOf(error));
    } finally {
      setRead(undefined);
    }
  };

  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        placement="bottom-end"
        trigger={({ triggerRef, isSelected, ...trigger }) => (
          <Button
            {...trigger}
            ref={triggerRef}
            isSelected={isSelected === true}
            isLoading={busy}
            iconBefore={DownloadIcon}
          >
            {words.button}
          </Button>
        )}
      >
        <DropdownItemGroup title={words.label}>
          {shown.length === 0 ? null : (
            <DropdownItem
              {...(complete ? {} : { description: words.partly })}
              shouldDescriptionWrap
              onClick={() => void run('shown')}
            >
              {plural(words.shown, shown.length)}
            </DropdownItem>
          )}
          <DropdownItem description={words.note} shouldDescriptionWrap onClick={() => void run('all')}>
            {words.all}
          </DropdownItem>
        </DropdownItemGroup>
      </DropdownMenu>
      <LiveText>{read === undefined ? '' : read === 0 ? words.preparing : plural(words.reading, read)}</LiveText>
    </>
  );
}

function tellFailure(error: AppError): void {
  const { heading, body } = failureWords(error);
  showFlag({
    id: 'register-export',
    type: 'error',
    title: words.failed,
    description: `${heading}. ${body}`,
    autoDismiss: false,
  });
}
