import { allWords } from './speech.ts'

/** Loads once all texts of the reader's language are there. The build puts this around whatever is fetched after the first page. */
export async function inWords<T>(load: () => Promise<T>): Promise<T> {
  await allWords()
  return load()
}
