import { type RouteComponent, useParams, useSearch } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { later } from './later.tsx'
import { PageTitle } from './page-title.tsx'

type Words = Readonly<Record<string, string | undefined>>

interface PageOptions<Props> {
  /** What the address says, as the page takes it. */
  readonly props?: (params: Words, search: Words) => Props
  /** The title of its window; its heading when left out. */
  readonly title?: string
}

/** A page that is loaded when it is first opened or pointed at, and takes what it needs of its address as props. */
export function page<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { props, title }: PageOptions<Props> = {},
): RouteComponent {
  const [Loaded, preload] = later(load as () => Promise<ComponentType<object>>)
  function Page() {
    const params: Words = useParams({ strict: false })
    const search: Words = useSearch({ strict: false })
    return (
      <>
        <PageTitle title={title} />
        <Loaded {...props?.(params, search)} />
      </>
    )
  }
  return Object.assign(Page, { preload })
}
