const starts = ['ba', 'co', 'de', 'fi', 'gra', 'ho', 'in', 'jo', 'ka', 'lu', 'ma', 'no', 'or', 'pa', 'qui', 're', 'sa', 'tri', 'un', 'vo']
const middles = ['ban', 'cor', 'den', 'fil', 'gor', 'lan', 'men', 'nar', 'por', 'tal']
const ends = ['ce', 'der', 'ent', 'ing', 'le', 'ment', 'ner', 'on', 'ter', 'ty']

/** Two thousand made-up words, always the same. */
export function words(): string[] {
  return starts.flatMap((start) => middles.flatMap((middle) => ends.map((end) => start + middle + end)))
}
