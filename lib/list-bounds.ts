/* How much of reading lists there may be: enough for a thesis, and every page stays quick. */

export const mostLists = 100
export const mostListPapers = 1_000
export const longestListName = 80
export const longestListAbout = 1_000
export const longestNote = 4_000

/** What the list is called that the first saved paper makes. */
export const defaultListName = 'To read'
