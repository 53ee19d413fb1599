/**
 * The words of a text as they are compared: letters and digits in one Unicode form, without case, without invisible
 * characters. One pass, whatever the text holds. Pure.
 */
export function wordsIn(text: string): readonly string[] {
  const plain = text.normalize('NFC').replace(/\p{Cf}/gu, '');
  // Twice, because some capitals become lower case only by way of another letter (ß, ẞ, Greek sigma).
  return (
    plain
      .toUpperCase()
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
  );
}
