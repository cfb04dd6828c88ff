interface SpaceFact<Type extends `${'space' | 'member'}.${string}`, More = unknown> {
  readonly type: Type
  readonly subject: { readonly spaceId: string } & More
}

/** Its maker is its first member; the people of a direct space are members from the first. */
export type SpaceMade = SpaceFact<'space.made', { readonly direct: boolean }>
/** `visibility` is there when that changed: who could read it may not be able to any more. */
export type SpaceChanged = SpaceFact<'space.changed', { readonly visibility?: 'open' | 'private' }>
export type SpaceArchived = SpaceFact<'space.archived'>
export type SpaceUnarchived = SpaceFact<'space.unarchived'>
export type MemberAdded = SpaceFact<'member.added', { readonly personId: string }>
export type MemberRemoved = SpaceFact<'member.removed', { readonly personId: string }>

export type SpaceEvent = SpaceMade | SpaceChanged | SpaceArchived | SpaceUnarchived | MemberAdded | MemberRemoved
