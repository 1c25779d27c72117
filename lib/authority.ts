/*
 * Who may: ids that carry proof. A write that asks for one cannot be called by code that forgot to ask. They are made
 * where a person has just been proved: in auth.ts by a session, in door/caller.ts by a token, at sign-up for the
 * account just made, and on the command line for whoever has the machine.
 */

declare const authority: unique symbol

/** A person who proved to be this user. */
export type UserId = string & { readonly [authority]: 'user' }

/** A moderator or an admin who proved to be one. Also a UserId's value, but not its type. */
export type ModeratorId = string & { readonly [authority]: 'moderator' }

/** An admin who proved to be one. */
export type AdminId = string & { readonly [authority]: 'admin' }

type Role = 'member' | 'moderator' | 'admin'

/** Mints what this person may be. Call it only where the person has just been proved. */
export function authorityOf(person: { id: string; role: Role }) {
  const { id, role } = person
  return {
    userId: id as UserId,
    moderatorId: role === 'member' ? null : (id as ModeratorId),
    adminId: role === 'admin' ? (id as AdminId) : null,
  }
}

const ranks: Record<Role, number> = { member: 0, moderator: 1, admin: 2 }

/** Whether a role is this one or above it. */
export function hasRole(role: Role, least: Role): boolean {
  return ranks[role] >= ranks[least]
}
