import { speak } from '#platform/browser/speech.ts'

const spoken = {
  pt: { first: () => import('virtual:languages/pt/first'), rest: () => import('virtual:languages/pt/rest') },
  de: { first: () => import('virtual:languages/de/first'), rest: () => import('virtual:languages/de/rest') },
  ja: { first: () => import('virtual:languages/ja/first'), rest: () => import('virtual:languages/ja/rest') },
  ar: { first: () => import('virtual:languages/ar/first'), rest: () => import('virtual:languages/ar/rest') },
}

// Texts are said as soon as a module runs, so nothing that says any runs before its language is there.
void speak(spoken).then(() => import('./main.tsx'))
