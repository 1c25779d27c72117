import { dirname, join, resolve } from 'node:path'
import { databaseFile } from '@/db/client'
import { env } from '@/env'

/** The folder of the site's own archive. */
export const archivePlace = resolve(env.EXPORT_DIR ?? join(databaseFile ? dirname(databaseFile) : 'data', 'export'))
