import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getSignedIn } from '@/auth'
import type { AdminId } from '@/lib/authority'
import { signInPath } from '@/lib/next-path'

/** The admin who asks for a page. Others find none there; who is not signed in may do so first. */
export async function adminOnly(path: string): Promise<{ name: string; adminId: AdminId }> {
  const signedIn = await getSignedIn(await headers())
  if (!signedIn) redirect(signInPath(path))
  if (!signedIn.adminId) notFound()
  return { name: signedIn.viewer.name, adminId: signedIn.adminId }
}
