/* What a webhook speaks and what it tells. */

export const webhookKinds = ['standard', 'slack', 'discord', 'mattermost', 'telegram'] as const
export type WebhookKind = (typeof webhookKinds)[number]

export const webhookEvents = ['day.closed', 'paper.votes', 'paper.listed', 'search.matched', 'comment.created'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** What the site's own webhooks tell: searches are somebody's. */
export const siteEvents: readonly WebhookEvent[] = webhookEvents.filter((event) => event !== 'search.matched')

export const kindNames: Record<WebhookKind, string> = {
  standard: 'Your own program',
  slack: 'Slack',
  discord: 'Discord',
  mattermost: 'Mattermost',
  telegram: 'Telegram',
}

/** Most webhooks of one person, and of the site. */
export const mostWebhooks = { person: 10, site: 20 }

export const voteBounds = { least: 1, most: 1_000, usual: 10 }

/** Deliveries in a row that were given up before a webhook is switched off. */
export const mostFailures = 5
