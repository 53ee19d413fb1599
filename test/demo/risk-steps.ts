/**
 * What happened to one security risk. Pure.
 */
import { at, daysLater, during, later, madeAt, NOW } from './calendar';
import type { PersonName } from './people';
import type { RiskData, RiskStatusName } from './risk';
import type { RiskFacts, Step } from './step';
import { shopKey } from './world';

/** The usual way to each status; a risk is made as Identified. */
const WAY: Readonly<Record<RiskStatusName, readonly RiskStatusName[]>> = {
  Identified: [],
  Assessed: ['Assessed'],
  'In treatment': ['Assessed', 'In treatment'],
  Verification: ['Assessed', 'In treatment', 'Verification'],
  'Awaiting acceptance': ['Assessed', 'Awaiting acceptance'],
  Accepted: ['Assessed', 'Awaiting acceptance', 'Accepted'],
  Closed: ['Assessed', 'In treatment', 'Verification', 'Closed'],
};

export function riskSteps(risk: RiskData): Step[] {
  const key = shopKey(risk.number);
  const made = madeAt(risk.number);
  const by = risk.reporter;
  return [
    make(risk, key, made),
    { at: later(made, 30), by, do: 'edit', key, facts: described(risk) },
    { at: later(made, 45), by, do: 'score', key, kind: 'inherent', position: risk.inherent },
    { at: later(made, 90), by: worker(risk), do: 'edit', key, facts: decided(risk) },
    ...residualSteps(risk, key, made),
    ...reviewSteps(risk, key),
    ...moves(risk, key, made),
    ...acceptanceSteps(risk, key),
    ...(risk.threatens ?? [])
      .filter((story) => story !== risk.madeFrom)
      .map((story): Step => {
        const when = later(Math.max(made, madeAt(story)), 60);
        return { at: when, by, do: 'link', type: 'threatens', from: key, to: shopKey(story) };
      }),
  ];
}

function make({ summary, text, madeFrom, reporter: by }: RiskData, key: string, made: number): Step {
  return madeFrom === undefined
    ? { at: made, by, do: 'make', key, issue: { type: 'Security Risk', summary, text } }
    : { at: made, by, do: 'makeFromStory', key, story: shopKey(madeFrom), summary };
}

/** What is known when a risk is written down. */
function described({ text, businessImpact, abuseCase, asset, infoSecReference }: RiskData): RiskFacts {
  return { text, businessImpact, abuseCase, asset, infoSecReference };
}

/** What is decided about it afterwards. */
function decided({ treatment, owner, nextReview, due }: RiskData): RiskFacts {
  return { treatment, owner, nextReview, due };
}

/** Whoever works on the risk: its owner, where the owner may edit. */
function worker({ owner }: RiskData): PersonName {
  return owner === undefined || owner === 'priya' ? 'deniz' : owner;
}

function residualSteps(risk: RiskData, key: string, made: number): Step[] {
  const { residual, rescored } = risk;
  if (residual === undefined) return [];
  const by = worker(risk);
  const first = { at: later(daysLater(made, 1), 20), by, do: 'score', key, kind: 'residual' } as const;
  if (rescored === undefined) return [{ ...first, position: residual }];
  return [
    { ...first, position: rescored.from },
    { ...first, at: during(rescored.on, risk.number), by: rescored.by, position: residual },
  ];
}

function reviewSteps({ reviewed, nextReview, number }: RiskData, key: string): Step[] {
  if (reviewed === undefined || nextReview === undefined) return [];
  const { on, by, note } = reviewed;
  return [{ at: during(on, number), by, do: 'review', key, note, nextReview }];
}

function acceptanceSteps({ acceptances = [], number }: RiskData, key: string): Step[] {
  return acceptances.flatMap(({ on, by, of, why, until, decided: decision }, round): Step[] => {
    const asked: Step = { at: during(on, number), by, do: 'askAcceptance', key, round, why, until, of };
    if (decision === undefined) return [asked];
    const { verdict, note } = decision;
    return [asked, { at: during(decision.on, number), by: of, do: 'decideAcceptance', key, round, verdict, note }];
  });
}

function moves(risk: RiskData, key: string, made: number): Step[] {
  const by = worker(risk);
  const planned = risk.moves?.map(([to, day]) => [to, during(day, risk.number)] as const);
  const usual = WAY[risk.status].map((to, step) => {
    const when =
      to === 'Closed' && risk.closed !== undefined ? at(risk.closed, 16 * 60) : later(daysLater(made, step), 180);
    return [to, Math.min(when, Date.parse(NOW))] as const;
  });
  return (planned ?? usual).map(([to, when]): Step => ({ at: when, by, do: 'move', key, to }));
}
