/**
 * One block of the slide. Pure.
 */
import type { ReportBlock, TeamBlock } from '../../../../../../../src/domain/report';
import { TEAM_BLOCKS } from '../../../../../../../src/domain/report';
import { SHIP_SOON_DAYS, SHIP_WATCH_DAYS } from '../../../../../../../src/domain/report-lights';
import { report as words } from '../../../../shared/strings/en-report';
import { fill } from '../../../../shared/strings/fill';
import { goLiveBlock } from './go-live-block';
import { openRisksBlock, requirementsBlock } from './counted-blocks';
import type { BlockOnSlide } from './slide';
import type { SlideFacts } from './slide-of';
import { teamBlock } from './team-block';

export type BlockContent = Pick<BlockOnSlide, 'sentence' | 'chart' | 'source' | 'jql'>;

export function blockOf(block: ReportBlock, facts: SlideFacts): BlockOnSlide {
  return {
    block,
    name: words.blocks[block],
    light: facts.numbers.lights[block],
    rule: ruleOf(block, facts),
    ...contentOf(block, facts),
  };
}

function contentOf(block: ReportBlock, facts: SlideFacts): BlockContent {
  if (isTeamBlock(block)) return teamBlock(block, facts);
  switch (block) {
    case 'openRisks':
      return openRisksBlock(facts);
    case 'goLive':
      return goLiveBlock(facts);
    case 'requirements':
      return requirementsBlock(facts);
  }
}

function isTeamBlock(block: ReportBlock): block is TeamBlock {
  return (TEAM_BLOCKS as readonly ReportBlock[]).includes(block);
}

function ruleOf(block: ReportBlock, { text, numbers, thresholds }: SlideFacts): string {
  const rules = words.light;
  if (isTeamBlock(block)) {
    const content = text.blocks[block];
    if (content.kind === 'typed') return rules.typed;
    if (numbers.counted[block] === undefined) return rules.countedNot;
    return fill(rules.counted, { watch: content.watch, act: content.act });
  }
  switch (block) {
    case 'openRisks':
      return fill(rules.openRisks, thresholds.openRisks);
    case 'goLive':
      return fill(rules.goLive, { soon: SHIP_SOON_DAYS, watch: SHIP_WATCH_DAYS });
    case 'requirements':
      return fill(rules.requirements, thresholds.enablers);
  }
}
