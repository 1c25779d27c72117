export type KeyAction =
  | 'down'
  | 'up'
  | 'open'
  | 'upvote'
  | 'save'
  | 'comments'
  | 'previous'
  | 'next'
  | 'search'
  | 'keys'

const actions: Record<string, KeyAction> = {
  j: 'down',
  k: 'up',
  o: 'open',
  Enter: 'open',
  u: 'upvote',
  s: 'save',
  c: 'comments',
  '[': 'previous',
  ']': 'next',
  '/': 'search',
  '?': 'keys',
}

type Press = {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  isComposing: boolean
  repeat: boolean
  /** AltGr, by which many keyboards type brackets; some systems report it as Ctrl and Alt. */
  isAltGraph: boolean
}

/** What a key asks for on a page; null for a shortcut of the browser, or a letter that means nothing. */
export function actionOf({ key, ctrlKey, metaKey, altKey, isComposing, repeat, isAltGraph }: Press): KeyAction | null {
  if (isComposing || (!isAltGraph && (ctrlKey || metaKey || altKey))) return null
  const action = Object.hasOwn(actions, key) ? actions[key] : undefined
  if (!action) return null
  // A held key runs through the papers; it does not vote a hundred times.
  return repeat && action !== 'down' && action !== 'up' ? null : action
}
