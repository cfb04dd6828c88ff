import { t } from './key-texts.ts'

/** What every act does whose key can be changed, by the key it has at first. A test holds that none is left out. */
export const keyActs: readonly { readonly title: string; readonly acts: Readonly<Record<string, string>> }[] = [
  { title: t('inLists'), acts: { j: t('actJ'), k: t('actK'), x: t('actX'), u: t('actU'), z: t('actZ') } },
  { title: t('onAsks'), acts: { a: t('actA'), d: t('actD'), s: t('actS'), p: t('actP'), n: t('actN'), 'shift+escape': t('actClear') } },
  {
    title: t('inThreads'),
    acts: { r: t('actR'), q: t('actQ'), h: t('actH'), o: t('actO'), f: t('actF'), e: t('actE') },
  },
  { title: t('anywhere'), acts: { c: t('actC'), '/': t('actSearch'), '?': t('actKeys') } },
  { title: t('goTo'), acts: { 'g t': t('actToday'), 'g i': t('actInbox'), 'g p': t('actPeople') } },
]
