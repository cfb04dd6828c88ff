import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import type { Links } from '#features/threads/contract/post.ts'

/**
 * What somebody wrote, rendered by the server through its allow-list. Links carry ids only: the names and titles that come beside it are put
 * in here, and what this reader may not see stands as plain text.
 */
export function Written({ html, links, dir = 'auto' }: { html: string; links: Links; dir?: 'auto' | 'ltr' | 'rtl' }) {
  const named = useMemo(() => withNames(withKeys(html), links), [html, links])
  const navigate = useNavigate()
  const text = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = text.current
    const follow = (event: MouseEvent): void => {
      const written = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : null
      const href = written?.startsWith(`${location.origin}/`) ? written.slice(location.origin.length) : written
      if (!href?.startsWith('/') || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      void navigate({ to: href })
    }
    // Heard on the text as a whole: the links in it are the server's, and are pressed as such, by key as well.
    element?.addEventListener('click', follow)
    return () => element?.removeEventListener('click', follow)
  }, [navigate])
  return <div ref={text} className="read" dir={dir} dangerouslySetInnerHTML={{ __html: named }} />
}

/** Code and tables that are wider than the text can be scrolled by keys as well. */
function withKeys(html: string): string {
  return html.replaceAll('<pre>', '<pre tabindex="0">').replaceAll('<table>', '<table tabindex="0">')
}

function withNames(html: string, links: Links): string {
  if (!html.includes('data-n') && !html.includes('type="checkbox"')) return html
  const page = new DOMParser().parseFromString(html, 'text/html')
  const names = new Map(
    [...links.people, ...links.spaces.map(({ slug, name }) => ({ handle: slug, name }))].map(({ handle, name }) => [handle, name]),
  )
  const spaces = new Set(links.spaces.map(({ slug }) => slug))
  const titles = new Map(links.threads.map(({ number, title }) => [String(number), title]))
  for (const link of page.querySelectorAll<HTMLElement>('[data-name]')) {
    const name = link.dataset['name'] ?? ''
    if (spaces.has(name)) link.setAttribute('href', `/spaces/${name}`)
    title(link, names.get(name), 'at')
  }
  for (const link of page.querySelectorAll<HTMLElement>('[data-number]')) title(link, titles.get(link.dataset['number'] ?? ''))
  for (const box of page.querySelectorAll('input[type="checkbox"]'))
    box.setAttribute('aria-label', box.parentElement?.textContent?.trim() ?? '')
  return page.body.innerHTML
}

function title(link: HTMLElement, text: string | undefined, className = ''): void {
  if (text === undefined) return link.replaceWith(link.textContent ?? '')
  link.title = text
  link.className = className
}
