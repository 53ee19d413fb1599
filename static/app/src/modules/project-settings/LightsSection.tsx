import { LIGHT_RULES, LIGHTS } from '../../../../../src/domain/project-settings';
import type { Light } from '../../../../../src/domain/project-settings';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill } from '../../shared/strings/fill';
import { Mistake } from '../../shared/ui/Field';
import { useSettingsForm } from './form-context';
import { exampleOf } from './lights';
import { NumberField } from './NumberField';
import { Section } from './Section';
import styles from './lights.module.css';

const words = projectSettings.lights;

/** When each traffic light changes: its two numbers within their rule, and what they mean. */
export function LightsSection() {
  return (
    <Section id="lights" heading={words.heading} help={words.help}>
      <ul className={styles.lights}>
        {LIGHTS.map((light) => (
          <LightRow key={light} light={light} />
        ))}
      </ul>
    </Section>
  );
}

function LightRow({ light }: { readonly light: Light }) {
  const { draft, mistakes, edit } = useSettingsForm();
  const typed = draft.lights[light];
  const { unit } = LIGHT_RULES[light];
  const name = words.names[light];
  const [watchId, actId] = [`${light}-watch`, `${light}-act`] as const;
  const example = exampleOf(light, typed);
  const sign = unit === 'percent' ? <span>{words.percentSign}</span> : null;
  const change = (part: 'watch' | 'act') => (value: string) =>
    edit({ lights: { ...draft.lights, [light]: { ...typed, [part]: value } } });
  return (
    <li className={styles.light}>
      <h3 className={styles.name}>{name}</h3>
      <p className={styles.rule}>{words.rules[light]}</p>
      <div className={styles.numbers}>
        <span className={styles.number}>
          <Shape kind="watch" />
          {words.watch[unit]}
          <NumberField
            id={watchId}
            label={fill(words.watchOf, { light: name })}
            value={typed.watch}
            mistake={mistakes[watchId]}
            onChange={change('watch')}
          />
          {sign}
        </span>
        <span className={styles.number}>
          <Shape kind="act" />
          {words.act[unit]}
          <NumberField
            id={actId}
            label={fill(words.actOf, { light: name })}
            value={typed.act}
            mistake={mistakes[actId]}
            onChange={change('act')}
          />
          {sign}
        </span>
      </div>
      <Mistake id={`${watchId}-mistake`}>{mistakes[watchId]}</Mistake>
      <Mistake id={`${actId}-mistake`}>{mistakes[actId]}</Mistake>
      {example === undefined ? null : <p className={styles.example}>{fill(words.examples[light], { ...example })}</p>}
    </li>
  );
}

/** Triangle for Watch, diamond for Act now, as wherever a light is shown. */
function Shape({ kind }: { readonly kind: 'watch' | 'act' }) {
  return (
    <svg className={styles[kind]} width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={SHAPE[kind]} fill="currentColor" />
      <path className={styles.mark} d="M8 5.2v3.6M8 11.4v.01" strokeWidth="1.7" strokeLinecap="round" />
    </svg>
  );
}

const SHAPE = {
  watch: 'M7.1 1.9.9 12.6c-.4.7.1 1.6.9 1.6h12.4c.8 0 1.3-.9.9-1.6L8.9 1.9a1 1 0 0 0-1.8 0Z',
  act: 'M7 .9.9 7a1.4 1.4 0 0 0 0 2L7 15.1a1.4 1.4 0 0 0 2 0L15.1 9a1.4 1.4 0 0 0 0-2L9 .9a1.4 1.4 0 0 0-2 0Z',
} as const;
