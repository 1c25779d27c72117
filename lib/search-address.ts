/** Where papers are looked for, by people. */
export const searchAddress = '/papers/search'
