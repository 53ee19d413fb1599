/** The first sentence of what somebody wrote in a field, cut at a word where it is long. Pure. */
export function firstSentence(text: string, longest: number): string {
  const [sentence = ''] = /^.+?[.!?](?=\s|$)|^.+$/su.exec(text.trim().replace(/\s+/g, ' ')) ?? [];
  if (sentence.length <= longest) return sentence;
  const cut = sentence.slice(0, longest);
  const word = cut.lastIndexOf(' ');
  return `${cut.slice(0, word > longest / 2 ? word : longest).replace(/[,;:.]+$/, '')} …`;
}
