/** A person named on a paper, in order. `user` is their name on the site the row came from, if they claimed it there. */
export type Author = {
  name: string
  hidden?: boolean
  user?: string
  fullName?: string
  avatarUrl?: string
  verified?: boolean
}

/** The lab or company a paper came from. */
export type Affiliation = { name: string; fullName?: string; avatarUrl?: string }
