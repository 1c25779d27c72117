import * as adminAddressesAddressIdRelease from '@/app/api/admin/addresses/[addressId]/release/route'
import * as adminJobsNameRun from '@/app/api/admin/jobs/[name]/run/route'
import * as adminJobs from '@/app/api/admin/jobs/route'
import * as admin from '@/app/api/admin/route'
import * as claim from '@/app/api/claim/route'
import * as commentsPreview from '@/app/api/comments/preview/route'
import * as comments from '@/app/api/comments/route'
import * as dailyPapers from '@/app/api/daily_papers/route'
import * as days from '@/app/api/days/route'
import * as digestIssue from '@/app/api/digest/[issue]/route'
import * as following from '@/app/api/following/route'
import * as follows from '@/app/api/follows/route'
import * as health from '@/app/api/health/route'
import * as invites from '@/app/api/invites/route'
import * as listsListIdDelete from '@/app/api/lists/[listId]/delete/route'
import * as listsListIdPapersId from '@/app/api/lists/[listId]/papers/[id]/route'
import * as listsListId from '@/app/api/lists/[listId]/route'
import * as lists from '@/app/api/lists/route'
import * as moderationCommentsCommentId from '@/app/api/moderation/comments/[commentId]/route'
import * as moderationListsListId from '@/app/api/moderation/lists/[listId]/route'
import * as moderationPapersId from '@/app/api/moderation/papers/[id]/route'
import * as moderation from '@/app/api/moderation/route'
import * as moderationWebhooksWebhookIdDelete from '@/app/api/moderation/webhooks/[webhookId]/delete/route'
import * as moderationWebhooksWebhookIdDeliveriesDeliveryIdRetry from '@/app/api/moderation/webhooks/[webhookId]/deliveries/[deliveryId]/retry/route'
import * as moderationWebhooksWebhookId from '@/app/api/moderation/webhooks/[webhookId]/route'
import * as moderationWebhooksWebhookIdSecret from '@/app/api/moderation/webhooks/[webhookId]/secret/route'
import * as moderationWebhooksWebhookIdSwitch from '@/app/api/moderation/webhooks/[webhookId]/switch/route'
import * as moderationWebhooksWebhookIdTest from '@/app/api/moderation/webhooks/[webhookId]/test/route'
import * as moderationWebhooks from '@/app/api/moderation/webhooks/route'
import * as newPapers from '@/app/api/new/route'
import * as openapiJson from '@/app/api/openapi.json/route'
import * as papersIdCommentCommentIdReply from '@/app/api/papers/[id]/comment/[commentId]/reply/route'
import * as papersIdCommentCommentId from '@/app/api/papers/[id]/comment/[commentId]/route'
import * as papersIdComment from '@/app/api/papers/[id]/comment/route'
import * as papersIdComments from '@/app/api/papers/[id]/comments/route'
import * as papersIdLinks from '@/app/api/papers/[id]/links/route'
import * as papersIdRevisions from '@/app/api/papers/[id]/revisions/route'
import * as papersId from '@/app/api/papers/[id]/route'
import * as papersIdSimilar from '@/app/api/papers/[id]/similar/route'
import * as papersIdSubmission from '@/app/api/papers/[id]/submission/route'
import * as papersIdVote from '@/app/api/papers/[id]/vote/route'
import * as papersIdVotesHistory from '@/app/api/papers/[id]/votes/history/route'
import * as papersIndex from '@/app/api/papers/index/route'
import * as papersLookup from '@/app/api/papers/lookup/route'
import * as papers from '@/app/api/papers/route'
import * as papersSearch from '@/app/api/papers/search/route'
import * as papersSubmit from '@/app/api/papers/submit/route'
import * as papersSuggest from '@/app/api/papers/suggest/route'
import * as peopleRole from '@/app/api/people/role/route'
import * as recoverPassword from '@/app/api/recover/password/route'
import * as recover from '@/app/api/recover/route'
import * as searchesSearchIdDelete from '@/app/api/searches/[searchId]/delete/route'
import * as searchesSearchId from '@/app/api/searches/[searchId]/route'
import * as searches from '@/app/api/searches/route'
import * as settingsDelete from '@/app/api/settings/delete/route'
import * as settingsEmailConfirm from '@/app/api/settings/email/confirm/route'
import * as settingsEmail from '@/app/api/settings/email/route'
import * as settingsExport from '@/app/api/settings/export/route'
import * as settingsLetter from '@/app/api/settings/letter/route'
import * as settingsPassword from '@/app/api/settings/password/route'
import * as settingsPrivacy from '@/app/api/settings/privacy/route'
import * as settingsProfile from '@/app/api/settings/profile/route'
import * as settingsSessionsSessionId from '@/app/api/settings/sessions/[sessionId]/route'
import * as settingsSitesSite from '@/app/api/settings/sites/[site]/route'
import * as signinLetter from '@/app/api/signin/letter/route'
import * as signinOpen from '@/app/api/signin/open/route'
import * as signin from '@/app/api/signin/route'
import * as signinSite from '@/app/api/signin/site/route'
import * as signoutEverywhere from '@/app/api/signout/everywhere/route'
import * as signout from '@/app/api/signout/route'
import * as signup from '@/app/api/signup/route'
import * as subscriptionsChange from '@/app/api/subscriptions/change/route'
import * as subscriptionsConfirm from '@/app/api/subscriptions/confirm/route'
import * as subscriptionsLeave from '@/app/api/subscriptions/leave/route'
import * as subscriptionsPreview from '@/app/api/subscriptions/preview/route'
import * as subscriptions from '@/app/api/subscriptions/route'
import * as tokensTokenId from '@/app/api/tokens/[tokenId]/route'
import * as tokens from '@/app/api/tokens/route'
import * as usersNameComments from '@/app/api/users/[name]/comments/route'
import * as usersNameLists from '@/app/api/users/[name]/lists/route'
import * as usersNamePapers from '@/app/api/users/[name]/papers/route'
import * as usersName from '@/app/api/users/[name]/route'
import * as usersNameVotes from '@/app/api/users/[name]/votes/route'
import * as viewer from '@/app/api/viewer/route'
import * as webhooksWebhookIdDelete from '@/app/api/webhooks/[webhookId]/delete/route'
import * as webhooksWebhookIdDeliveriesDeliveryIdRetry from '@/app/api/webhooks/[webhookId]/deliveries/[deliveryId]/retry/route'
import * as webhooksWebhookId from '@/app/api/webhooks/[webhookId]/route'
import * as webhooksWebhookIdSecret from '@/app/api/webhooks/[webhookId]/secret/route'
import * as webhooksWebhookIdSwitch from '@/app/api/webhooks/[webhookId]/switch/route'
import * as webhooksWebhookIdTest from '@/app/api/webhooks/[webhookId]/test/route'
import * as webhooks from '@/app/api/webhooks/route'
import * as whoamiV2 from '@/app/api/whoami-v2/route'

/**
 * Every route of the API that the door made, by its path, for the description of them all. A test finds the one that is
 * missing. What is not here: next-auth's way back from another site, and the word that an address is none.
 */
export const routeModules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '/api/admin': admin,
  '/api/admin/addresses/{addressId}/release': adminAddressesAddressIdRelease,
  '/api/admin/jobs': adminJobs,
  '/api/admin/jobs/{name}/run': adminJobsNameRun,
  '/api/claim': claim,
  '/api/comments': comments,
  '/api/comments/preview': commentsPreview,
  '/api/daily_papers': dailyPapers,
  '/api/days': days,
  '/api/digest/{issue}': digestIssue,
  '/api/following': following,
  '/api/follows': follows,
  '/api/health': health,
  '/api/invites': invites,
  '/api/lists': lists,
  '/api/lists/{listId}': listsListId,
  '/api/lists/{listId}/delete': listsListIdDelete,
  '/api/lists/{listId}/papers/{id}': listsListIdPapersId,
  '/api/moderation': moderation,
  '/api/moderation/comments/{commentId}': moderationCommentsCommentId,
  '/api/moderation/lists/{listId}': moderationListsListId,
  '/api/moderation/papers/{id}': moderationPapersId,
  '/api/moderation/webhooks': moderationWebhooks,
  '/api/moderation/webhooks/{webhookId}': moderationWebhooksWebhookId,
  '/api/moderation/webhooks/{webhookId}/delete': moderationWebhooksWebhookIdDelete,
  '/api/moderation/webhooks/{webhookId}/deliveries/{deliveryId}/retry':
    moderationWebhooksWebhookIdDeliveriesDeliveryIdRetry,
  '/api/moderation/webhooks/{webhookId}/secret': moderationWebhooksWebhookIdSecret,
  '/api/moderation/webhooks/{webhookId}/switch': moderationWebhooksWebhookIdSwitch,
  '/api/moderation/webhooks/{webhookId}/test': moderationWebhooksWebhookIdTest,
  '/api/new': newPapers,
  '/api/openapi.json': openapiJson,
  '/api/papers': papers,
  '/api/papers/{id}': papersId,
  '/api/papers/{id}/comment': papersIdComment,
  '/api/papers/{id}/comment/{commentId}': papersIdCommentCommentId,
  '/api/papers/{id}/comment/{commentId}/reply': papersIdCommentCommentIdReply,
  '/api/papers/{id}/comments': papersIdComments,
  '/api/papers/{id}/links': papersIdLinks,
  '/api/papers/{id}/revisions': papersIdRevisions,
  '/api/papers/{id}/similar': papersIdSimilar,
  '/api/papers/{id}/submission': papersIdSubmission,
  '/api/papers/{id}/vote': papersIdVote,
  '/api/papers/{id}/votes/history': papersIdVotesHistory,
  '/api/papers/index': papersIndex,
  '/api/papers/lookup': papersLookup,
  '/api/papers/search': papersSearch,
  '/api/papers/submit': papersSubmit,
  '/api/papers/suggest': papersSuggest,
  '/api/people/role': peopleRole,
  '/api/recover': recover,
  '/api/recover/password': recoverPassword,
  '/api/searches': searches,
  '/api/searches/{searchId}': searchesSearchId,
  '/api/searches/{searchId}/delete': searchesSearchIdDelete,
  '/api/settings/delete': settingsDelete,
  '/api/settings/email': settingsEmail,
  '/api/settings/email/confirm': settingsEmailConfirm,
  '/api/settings/export': settingsExport,
  '/api/settings/letter': settingsLetter,
  '/api/settings/password': settingsPassword,
  '/api/settings/privacy': settingsPrivacy,
  '/api/settings/profile': settingsProfile,
  '/api/settings/sessions/{sessionId}': settingsSessionsSessionId,
  '/api/settings/sites/{site}': settingsSitesSite,
  '/api/signin': signin,
  '/api/signin/letter': signinLetter,
  '/api/signin/open': signinOpen,
  '/api/signin/site': signinSite,
  '/api/signout': signout,
  '/api/signout/everywhere': signoutEverywhere,
  '/api/signup': signup,
  '/api/subscriptions': subscriptions,
  '/api/subscriptions/change': subscriptionsChange,
  '/api/subscriptions/confirm': subscriptionsConfirm,
  '/api/subscriptions/leave': subscriptionsLeave,
  '/api/subscriptions/preview': subscriptionsPreview,
  '/api/tokens': tokens,
  '/api/tokens/{tokenId}': tokensTokenId,
  '/api/users/{name}': usersName,
  '/api/users/{name}/comments': usersNameComments,
  '/api/users/{name}/lists': usersNameLists,
  '/api/users/{name}/papers': usersNamePapers,
  '/api/users/{name}/votes': usersNameVotes,
  '/api/viewer': viewer,
  '/api/webhooks': webhooks,
  '/api/webhooks/{webhookId}': webhooksWebhookId,
  '/api/webhooks/{webhookId}/delete': webhooksWebhookIdDelete,
  '/api/webhooks/{webhookId}/deliveries/{deliveryId}/retry': webhooksWebhookIdDeliveriesDeliveryIdRetry,
  '/api/webhooks/{webhookId}/secret': webhooksWebhookIdSecret,
  '/api/webhooks/{webhookId}/switch': webhooksWebhookIdSwitch,
  '/api/webhooks/{webhookId}/test': webhooksWebhookIdTest,
  '/api/whoami-v2': whoamiV2,
}
