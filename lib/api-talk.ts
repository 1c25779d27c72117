import { z } from 'zod'
import { at, role } from '@/lib/api-shapes'

/* Answers about comments and moderation. */

const commentFields = {
  id: z.string(),
  paperId: z.string(),
  parentId: z.string().nullable(),
  author: z.object({ name: z.string(), fullName: z.string().nullable() }).nullable(),
  html: z.string().meta({ description: 'Sanitized HTML; empty when deleted or hidden.' }),
  body: z.string().meta({ description: 'The Markdown; empty when deleted or hidden.' }),
  createdAt: at,
  editedAt: at.nullable(),
  state: z.enum(['shown', 'deleted', 'hidden']),
  hiddenReason: z.string().nullable(),
}

export const commentAnswer = z.object(commentFields).meta({ id: 'Comment' })

/** All comments under a paper. */
export const commentsAnswer = z
  .object({ comments: z.array(commentAnswer), total: z.number(), carriedOver: z.number() })
  .meta({ id: 'Comments' })

/** A comment out of its thread. */
export const commentOfPaperAnswer = z
  .object({ ...commentFields, paperTitle: z.string(), replyTo: z.string().nullable() })
  .meta({ id: 'CommentOfPaper' })

export const previewAnswer = z.object({ html: z.string() }).meta({ id: 'CommentPreview' })

/** A line of the moderation log that everybody may read. */
export const moderationLineAnswer = z
  .object({
    id: z.number(),
    at,
    kind: z.enum(['hidden', 'unhidden', 'unlisted', 'relisted', 'closed', 'reopened', 'role']),
    by: z.string().nullable().meta({ description: 'Null for people who have left.' }),
    paper: z.object({ id: z.string(), title: z.string() }).nullable(),
    day: z.string().nullable(),
    comment: z.object({ id: z.string(), author: z.string().nullable() }).nullable(),
    list: z
      .object({ id: z.string(), owner: z.string().nullable() })
      .nullable()
      .meta({ description: 'The reading list that was made private, or may be public again.' }),
    role: z.object({ name: z.string().nullable(), role }).nullable(),
    reason: z.string().nullable(),
    stands: z.boolean().meta({ description: 'Nobody has undone it since.' }),
  })
  .meta({ id: 'ModerationLine' })
