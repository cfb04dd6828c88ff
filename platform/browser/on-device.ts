/** The database of this browser, and what is in it. */
const NAME = 'baton'
const VERSION = 1

type StoreName = 'answers' | 'outbox' | 'drafts' | 'owner'

let opening: Promise<IDBDatabase> | null = null

/** Does something in one store of this device, in a transaction of its own, and answers what its request brought once all of it is kept. */
export async function onDevice<Result>(
  name: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  opening ??= open()
  const database = await opening
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: 'strict' })
    const request = work(transaction.objectStore(name))
    transaction.addEventListener('complete', () => resolve(request.result))
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('The device kept nothing.')))
  })
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION)
    const failed = (): void => {
      opening = null
      reject(request.error ?? new Error('The device could not be read.'))
    }
    request.addEventListener('upgradeneeded', () => {
      const answers = request.result.createObjectStore('answers', { keyPath: 'id' })
      answers.createIndex('age', ['at', 'size'])
      request.result.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true })
      request.result.createObjectStore('drafts', { keyPath: 'key' })
      request.result.createObjectStore('owner', { keyPath: 'key' })
    })
    request.addEventListener('error', failed)
    request.addEventListener('blocked', failed)
    request.addEventListener('success', () => {
      // A later version of it is opened elsewhere: this one makes way.
      request.result.addEventListener('versionchange', () => request.result.close())
      request.result.addEventListener('close', () => (opening = null))
      resolve(request.result)
    })
  })
}
