import { Link } from '@tanstack/react-router'
import type { InboxItem } from '../contract.ts'
import { placeOf } from './item-place.ts'

/** The title of an item, which leads there. */
export function ItemLink({ item }: { item: InboxItem }) {
  return <Link {...placeOf(item)}>{item.title}</Link>
}
