/** Every act whose key can be changed, by the key it has at first. */
export const keyActs: readonly string[] = [...'jkxuz', ...'adspn', 'shift+escape', ...'rqhofe', ...'c/?', 'g t', 'g i', 'g p']

/** What stays as it is, wherever it works. */
export const fixedKeys: readonly string[] = ['enter', 'escape', 'home', 'end', 'mod+k']

const arrows = 'arrowup|arrowdown|arrowleft|arrowright'
const step = new RegExp(
  String.raw`^(?:shift\+)?(?:[^\s\p{C}]|${arrows}|pageup|pagedown|home|end|enter|escape|insert|f(?:[1-9]|1[0-2]))$`,
  'u',
)

/** Whether an act can have these keys: none, one, or two that are pressed one after the other. */
export function areKeys(keys: string): boolean {
  if (keys === '') return true
  const steps = keys.split(' ')
  return steps.length <= 2 && keys === keys.toLowerCase() && steps.every((key) => step.test(key) && !fixedKeys.includes(key))
}
