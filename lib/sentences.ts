/**
 * The texts by which a paper is known: its title, then, where it has an abstract, both as one text, and each sentence of
 * the abstract.
 * @param longest characters of the one text; what stands behind them counts for its sentences alone
 */
export function textsToEmbed(title: string, abstract: string | null, longest: number): string[] {
  const sentences = sentencesOf(abstract ?? '')
  return sentences.length === 0 ? [title] : [title, `${title}\n${abstract}`.slice(0, longest), ...sentences]
}

/** The sentences of an abstract, the shortest joined to their neighbours; at most so many, the last taking the rest. */
export function sentencesOf(text: string, most = 16): string[] {
  const sentences: string[] = []
  for (const sentence of text.replace(/\s+/g, ' ').trim().split(ends)) {
    const last = sentences.at(-1)
    const isShort = sentence.length < shortest || (last !== undefined && last.length < shortest)
    if (last !== undefined && (isShort || sentences.length === most)) sentences.push(`${sentences.pop()} ${sentence}`)
    else if (sentence !== '') sentences.push(sentence)
  }
  return sentences
}

const ends = /(?<=[.!?]) (?=["'“‘([$\\\p{Lu}\p{N}])/u
// "et al." and "e.g." end no sentence, and what is as short says little by itself.
const shortest = 40
