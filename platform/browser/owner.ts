import { forgetKeptLists } from './kept-list.ts'
import { forgetDrafts } from './drafts.ts'

const NAME = 'owner'

/** Whose things this device keeps; null for nobody's. */
export const owner = (): string | null => localStorage.getItem(NAME)

/** Says who is signed in here, as the server has just said. */
export function noteOwner(person: string): void {
  if (owner() === null) localStorage.setItem(NAME, person)
  else if (owner() !== person) void belongTo(person)
}

/** Says who has signed in here. What another has left on this device is forgotten first: nobody sees anything of theirs. Answers whether there was another. */
export async function belongTo(person: string): Promise<boolean> {
  const { keepOwner, keptOwner } = await import('./device-owner.ts')
  const before = (await keptOwner()) ?? owner()
  const isOther = before !== null && before !== person
  if (isOther) await forgetDevice()
  localStorage.setItem(NAME, person)
  await keepOwner(person)
  return isOther
}

let isForgetting = false

/** Whether this window is just forgetting whoever was signed in: where it goes then is known already. */
export const isLeaving = (): boolean => isForgetting

/** Forgets all that this device keeps of whoever was signed in. Other windows learn of it and leave. */
export async function forgetDevice(): Promise<void> {
  isForgetting = true
  try {
    await forgetAll()
  } finally {
    isForgetting = false
  }
}

async function forgetAll(): Promise<void> {
  localStorage.removeItem(NAME)
  forgetDrafts()
  forgetKeptLists()
  const { emptyDevice } = await import('./device-owner.ts')
  await emptyDevice()
  const { endPush } = await import('./push.ts')
  await endPush().catch(() => null)
}

/** Calls `then` in this window when another has signed out, or has signed in somebody else. */
export function onOtherOwner(then: () => void): void {
  const own = owner()
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === NAME && newValue !== (own ?? newValue)) then()
  })
}
