import { door, refuse } from '@/door'

/** Whoever asks for what the API does not have reads so in its own form, not in a page. */
const nowhere = door({ who: 'anyone', limit: 'read', api: { untold: 'There is nothing at these addresses.' } }, () =>
  refuse(404, 'The API has nothing at this address.'),
)

export { nowhere as DELETE, nowhere as GET, nowhere as PATCH, nowhere as POST, nowhere as PUT }
