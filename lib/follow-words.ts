import type { FollowKind } from '@/lib/follow-match'

/** What is followed, as it is named. `title` is the name of a list or a member's name. */
type Named = { kind: FollowKind; title: string }

/** Why a paper is there, in a word or two: `cs.LG`, `Mira Sol`, `keyword: diffusion`. */
export function reasonOf({ kind, title }: Named): string {
  switch (kind) {
    case 'keyword':
      return `keyword: ${title}`
    case 'member':
      return `submitted by ${title}`
    case 'list':
      return `list: ${title}`
    default:
      return title
  }
}

/** The kinds as headings of what is followed. */
export const kindNames: Record<FollowKind, string> = {
  category: 'Categories',
  author: 'Authors',
  keyword: 'Keywords',
  member: 'Members',
  list: 'Lists',
}
