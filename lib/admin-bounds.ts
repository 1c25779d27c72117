/* How much of a long list one page of the admin's shows. */

export const peopleOnPage = 50
export const addressesOnPage = 50
export const logOnPage = 50
/** What the overview shows of the log. */
export const logOnOverview = 8
export const runsShown = 20
