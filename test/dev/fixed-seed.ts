/**
 * Property tests draw the same examples in every run, so that a run says something about the change and not about luck.
 * FUZZ_SEED=random draws new ones, FUZZ_SEED=123 repeats those of a failure. What a test sets itself comes first.
 */
import fc from 'fast-check';

const SEED = 20_261_121;
const asked = process.env['FUZZ_SEED'] ?? String(SEED);
if (asked !== 'random') {
  if (!/^-?\d+$/.test(asked)) throw new RangeError(`FUZZ_SEED is a whole number or "random", not "${asked}"`);
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });
}
