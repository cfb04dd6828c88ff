import { useDeferredValue } from 'react'
import { useNamed } from '#features/availability/web/use-named.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import { t } from './completing-texts.ts'
import { Written } from './written.tsx'

/** A text as it will look: rendered here by what renders it on the server, through the same allow-list. */
export function Preview({ text }: { text: string }) {
  const { html, names } = renderMarkdown(useDeferredValue(text))
  const people = [...useNamed(names)].map(([handle, name]) => ({ handle, name }))
  return (
    <section className="preview" aria-label={t('preview')}>
      <Written html={html} links={{ people, spaces: [], threads: [] }} />
    </section>
  )
}
