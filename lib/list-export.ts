import type { Cited } from '@/lib/citation'
import { fold } from '@/lib/fold'
import { arxivAbstract } from '@/lib/links'
import { isArxivId, paperPath } from '@/lib/paper-id'

type Listed = {
  id: string
  name: string
  about: string
  isPublic: boolean
  owner: { name: string }
  updatedAt: number
}

/** A paper of a list; `own` is null for everybody but the list's owner. */
export type ExportedPaper = {
  paper: Cited & { day: string | null }
  addedAt: number
  own: { note: string; readAt: number | null } | null
}

/** A list as JSON, times as ISO 8601. Notes and what was read are in it only for the owner. */
export function listJson({ owner, updatedAt, ...list }: Listed, papers: readonly ExportedPaper[], siteUrl: string) {
  const { id, name, about, isPublic } = list
  return {
    id,
    name,
    about,
    isPublic,
    owner: owner.name,
    url: `${siteUrl}${listPath(id)}`,
    updatedAt: iso(updatedAt),
    papers: papers.map(({ paper, addedAt, own }) => ({
      id: paper.id,
      title: paper.title,
      authors: paper.authors.map((author) => author.name),
      abstract: paper.abstract,
      categories: paper.categories,
      publishedAt: iso(paper.publishedAt),
      doi: paper.doi,
      day: paper.day,
      url: addressOf(paper.id, siteUrl),
      page: `${siteUrl}${paperPath(paper.id)}`,
      addedAt: iso(addedAt),
      ...(own && { note: own.note, readAt: own.readAt === null ? null : iso(own.readAt) }),
    })),
  }
}

/** Where a list is read. */
export function listPath(id: string): string {
  return `/list/${id}`
}

/** Letters and digits of a name, for a file. */
export function fileName(name: string): string {
  return (fold(name).match(/[a-z0-9]+/g) ?? ['list']).join('-').slice(0, 60)
}

function addressOf(id: string, siteUrl: string): string {
  return isArxivId(id) ? arxivAbstract(id) : `${siteUrl}${paperPath(id)}`
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
