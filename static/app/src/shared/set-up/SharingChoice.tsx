import type { ReactNode } from 'react';
import type { Decisions, ProjectName } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { fill, fillWith, formatCount, plural } from '../strings/fill';
import { Note } from '../ui/Note';
import { Choice } from './Choice';
import { decisionsFor, projectCount } from './sharing';
import type { SharedSchemes } from './sharing';
import styles from './project-card.module.css';

const words = setUp.sharing;

/** Schemes that other projects use too: every one of them by name, and whether to copy or to change for all. */
export function SharingChoice({
  project,
  shared,
  onDecide,
}: {
  readonly project: ProjectName;
  readonly shared: SharedSchemes;
  readonly onDecide: (decisions: Decisions) => void;
}) {
  const { key } = project;
  const { schemes, others, hidden, mayCopy, mayChangeAll, chosen } = shared;
  const count = formatCount(projectCount(shared));
  const several = schemes.length > 1;
  return (
    <div className={styles.sharing}>
      <Note look="warning" heading={headingOf(key, shared)}>
        {several ? <p>{fill(words.list, { schemes: schemes.map(schemeWords).join(', ') })}</p> : null}
        <p>
          {fillWith<string, ReactNode>(several ? words.wouldSeveral : words.would, {
            projects: <ProjectNames key="projects" others={others} hidden={hidden} />,
          })}
        </p>
      </Note>
      <Choice
        legend={fill(words.legend, { key })}
        chosen={chosen}
        onChoose={(choice) => onDecide(decisionsFor(shared, choice))}
        options={[
          {
            value: 'copy',
            label: fill(several ? words.copySeveral : words.copy, { key }),
            why: mayCopy ? plural(words.copyWhy, others.length + hidden) : words.noCopy,
            impossible: !mayCopy,
          },
          {
            value: 'changeAll',
            label: fill(several ? words.changeAllSeveral : words.changeAll, { count }),
            why: mayChangeAll ? effectOf(shared) : words.noChangeAll,
            impossible: !mayChangeAll,
          },
        ]}
      />
    </div>
  );
}

function headingOf(key: string, shared: SharedSchemes): string {
  const count = formatCount(projectCount(shared));
  const [only, second] = shared.schemes;
  if (only === undefined || second !== undefined) {
    return fill(words.several, { schemes: formatCount(shared.schemes.length), key, count });
  }
  return only.kind === 'screens'
    ? fill(words.screens, { name: only.name, count })
    : fill(words.one, { scheme: setUp.schemes[only.kind], name: only.name, count });
}

function schemeWords({ kind, name }: SharedSchemes['schemes'][number]): string {
  return fill(words.named, { scheme: setUp.schemes[kind], name });
}

function effectOf({ schemes }: SharedSchemes): string {
  const [only, second] = schemes;
  return only === undefined || second !== undefined ? words.effect.several : words.effect[only.kind];
}

/** "Payments (PAY), Loyalty App (LOY) and 2 projects you may not see" */
function ProjectNames({ others, hidden }: { readonly others: readonly ProjectName[]; readonly hidden: number }) {
  const names: ReactNode[] = others.map(({ id, key, name }) => (
    <b key={id}>{fill(setUp.projects.option, { name, key })}</b>
  ));
  if (hidden > 0) names.push(plural(words.hidden, hidden));
  return names.map((name, index) => [separatorBefore(index, names.length), name]);
}

function separatorBefore(index: number, count: number): string {
  if (index === 0) return '';
  return index === count - 1 ? ` ${setUp.and} ` : ', ';
}
