/** So many characters of Markdown take a tenth of a second at worst. */
const AT_ONCE = 50_000

/** What is made of each text, in their order. Between large ones whoever else waits for this process has their turn. */
export async function inTurns<Item, Made>(
  items: readonly Item[],
  lengthOf: (item: Item) => number,
  make: (item: Item) => Made,
): Promise<Made[]> {
  const made: Made[] = []
  let length = 0
  for (const item of items) {
    if (length > AT_ONCE) {
      await new Promise(setImmediate)
      length = 0
    }
    made.push(make(item))
    length += lengthOf(item)
  }
  return made
}
