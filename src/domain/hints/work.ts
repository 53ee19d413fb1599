/**
 * What kind of work a title names. Removing a flag, writing a test, renaming a class or building a release leaves alone
 * what the thing guards, whatever the thing is called: "spec for permissions" changes no permission. Pure.
 */
import { indexOf, matchesIn } from './pattern';
import type { Word } from './words';

/** How the title of such work speaks. */
const QUIET: readonly string[] = [
  // Flags: the new way was reached by everybody before; what it does was looked at then.
  '(remov*|delet*|clean*|graduat*|drop*|retir*|obsolete) ~9 feature (flag|flags|toggle)',
  '(remov*|delet*|clean*|graduat*|drop*|retir*|obsolete) ~3 (ff|toggle)',
  '(flag|flags|ff|toggle) ~2 (removal|cleanup|clean)',
  'feature flag ~3 (entfern*|aufräum*)',
  // Tests
  '(unit|spec|e2e|rspec|jest|regression|snapshot|smoke|functional|manual|automated|intermittent|flaky|broken|failing|browser|component|mobile|ui) ~1 (test|tests|testing|spec|specs)',
  '(add|adding|write|fix|implement|improve|increase|update|stub|mock|split|run|make|ensure|move|replace|remove) ~6 (specs|tests|rspec|jest|testing|stubs|mocks|fixtures|spec)',
  '(test|tests|testing|spec|rspec) ~1 (coverage|case|cases|suite|plan|spreadsheet|file|files|helper|helpers|job|jobs|failure|failures|matcher|scenario|scenarios)',
  '(e2e|rspec|storybook)',
  'code coverage',
  '(test|verify) ~6 on staging',
  '(testabdeckung|unittest*|testfall|testfälle)',
  'tests (unitaires|automatisés)',
  // Releases of one's own product
  '(release|build|bump) ~3 (candidate|rc|rc1|rc2)',
  'merge and build',
  '(bump|change|set) ~1 version',
  '(store|play|app|appstore|playstore) (release|deploy|listing|submission)',
  'release (notes|v1|v2|v3|v4|v5)',
  'changelog',
  // Code
  '(refactor*|refaktor*|lint|linter|linting|rubocop|eslint)',
  '(fix|fixes|correct) ~3 (typo|typos)',
  '(typo|typos) (in|on|of)',
  'dead code',
  'code (cleanup|style|clean|smell|quality)',
  '(cleanup|clean) ~4 (method|methods|class|classes|module|helper|helpers|component|components|service|code|logic|spec|styles|imports|migration|worker)',
  '(rename|extract|deduplicate) ~5 (method|methods|class|classes|module|namespace|helper|helpers|constant|constants|variable|variables|logic|mixin|prop|props)',
  '(whitelist|blacklist) ~2 (with|to) ~1 (allowlist|denylist|blocklist)',
  'use constants',
  '(workers|mailers|helpers|methods|classes|queries|finders|jobs) to use',
  // Documentation
  '(add|update|review|write|improve|create|fix|missing|document) ~4 (docs|documentation|readme|glossary|storybook)',
  '(missing|blank|add|improve) ~3 (description|descriptions) ~4 (spec|openapi|api|schema|epics|docs)',
  '(openapi|swagger) ~1 (doc|docs|documentation)',
  'document (process|workflow|how)',
];

/** In front of a colon or a bracket: "[Testing] Upgrade", "Payment testing: case 7". */
const TAGS = new Set('testing test tests docs documentation refactor'.split(' '));
const TAG_WITHIN = 3;
const TAG_ENDS = /^\s?[\]):]/;

/** A fault in how something works or shows: what it happens to is only where it was seen. */
const FAULTS: readonly string[] = [
  '(doesn|don|isn|aren|didn|won) t',
  '(does|do|is|are|did|was|were|will|should) not',
  'not ~1 (working|work|shown|showing|displayed|displaying|loading|load|rendered|rendering|updated|updating|visible|clickable|responsive|requested|cleared|triggered|found|accurate|correct)',
  'never ~1 (load|loads|shows|finishes|appears|updates)',
  '(crash|crashes|crashing|crashed|freezes|hangs|broken|breaks|buggy|glitch*|disappear*|flicker*|skewed|stuck|undefined|nil|null|typeerror|nomethoderror|exception|exceptions|confusing|undescriptive|misleading|inaccurate)',
  '(wrong|incorrect|duplicate|missing|invalid) ~2 (timestamp*|date|dates|time|message|messages|text|style|count|counts|url|link|links|image|images|icon|icons|label|value|values|order|data|number|translation|page|position|size)',
  '(blocks|blocking|prevents) ~2 (onboarding|scrolling|screen|page|button|flow)',
  '(throws|throwing|raises|returns|causes|causing|shows) ~2 (error|errors|exception|exceptions)',
  '(error|errors|issue|issues|problem|problems) (when|while|after)',
  '(fail|fails|failing|failed) to',
  'unable to',
  'bug',
  'race condition',
  '(users|user|people|customers) complain*',
  '(funktioniert|geht|lädt|erscheint) ~2 nicht',
  'ne ~2 (fonctionne|charge|affiche) pas',
];

/** Finding out, counting and comparing: nothing is changed yet. */
const INQUIRIES: readonly string[] = [
  '(spike|investigat*|explore|discovery|poc|triage)',
  '(measure|measuring|metrics|instrument*|pageviews)',
  '(experiment|experiments)',
  'a b test',
  'proof of concept',
  '(add|adding|event|usage|page) ~3 (tracking|analytics)',
];

/** "[Feature flag] Enable …": the description is a check-list of how, and only the title says what. */
const ROLL_OUTS: readonly string[] = ['(feature|ff) (flag|flags|toggle)'];

/** What makes it matter again: security by name, or one person in the place of another. */
const LOUD: readonly string[] = [
  'bug bounty',
  '(patient|patients|medical|clinical|nursing|treatment|consent)',
  '(blood|lab|laboratory|drug|allergy|covid|corona|genetic|dna|pregnancy|hearing|eye|aptitude|placement|driving) ~1 (test|tests|testing)',
  '(security|insecure|vulnerab*|cve|exploit*|xss|csrf|ssrf|leak*|breach|secrets|penetration|pentest*|hardening|backdoor|impersonat*|bypass*)',
  '(wrong|other|another|foreign) ~1 (user|account|customer|tenant|person|member)',
  '(personal|production|customer|real|patient) ~1 data',
  'by whom',
];

type Kind = 'quiet' | 'fault' | 'inquiry' | 'rollOut' | 'loud';
const TABLE = indexOf<Kind>([
  ...QUIET.map((pattern) => ({ pattern, of: 'quiet' as const })),
  ...FAULTS.map((pattern) => ({ pattern, of: 'fault' as const })),
  ...INQUIRIES.map((pattern) => ({ pattern, of: 'inquiry' as const })),
  ...ROLL_OUTS.map((pattern) => ({ pattern, of: 'rollOut' as const })),
  ...LOUD.map((pattern) => ({ pattern, of: 'loud' as const })),
]);

/** `quiet`: nothing that is guarded changes; `fault`: something does not work or show. */
export type Work = 'quiet' | 'fault' | 'inquiry' | 'rollOut' | 'change';

/** @param title The summary and its words. */
export function workOf(title: string, words: readonly Word[]): Work {
  const found = new Set(matchesIn(TABLE, words).map(({ of }) => of));
  if (found.has('loud')) return 'change';
  if (found.has('quiet') || isTagged(title, words)) return 'quiet';
  if (found.has('rollOut')) return 'rollOut';
  if (found.has('fault')) return 'fault';
  return found.has('inquiry') ? 'inquiry' : 'change';
}

function isTagged(title: string, words: readonly Word[]): boolean {
  return words.slice(0, TAG_WITHIN).some(({ text, end }) => TAGS.has(text) && TAG_ENDS.test(title.slice(end, end + 2)));
}
