CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`webhook_id` text NOT NULL,
	`event` text NOT NULL,
	`about` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`status` integer,
	`answer` text,
	`created_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`webhook_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_about` ON `deliveries` (`webhook_id`,`about`);--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `deliveries_log` ON `deliveries` (`webhook_id`,"created_at" desc);--> statement-breakpoint
CREATE TABLE `follow_visits` (
	`user_id` text PRIMARY KEY NOT NULL,
	`seen_at` integer NOT NULL,
	`seen_before` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `follows` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`value_key` text NOT NULL,
	`muted` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follows_one` ON `follows` (`user_id`,`kind`,`value_key`);--> statement-breakpoint
CREATE INDEX `follows_of` ON `follows` (`kind`,`value_key`);--> statement-breakpoint
CREATE TABLE `job_runs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer NOT NULL,
	`result` text,
	`error` text
);
--> statement-breakpoint
CREATE INDEX `job_runs_name` ON `job_runs` (`name`,"started_at" desc);--> statement-breakpoint
CREATE TABLE `jobs` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text,
	`lease_until` integer,
	`next_at` integer,
	`started_at` integer,
	`finished_at` integer,
	`result` text,
	`error` text,
	`failures` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `letters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`issue` text NOT NULL,
	`choices` text NOT NULL,
	`subject` text NOT NULL,
	`html` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `letters_issue` ON `letters` (`issue`,`choices`);--> statement-breakpoint
CREATE TABLE `list_papers` (
	`list_id` text NOT NULL,
	`paper_id` text NOT NULL,
	`position` real NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`read_at` integer,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`list_id`, `paper_id`),
	FOREIGN KEY (`list_id`) REFERENCES `lists`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `list_papers_order` ON `list_papers` (`list_id`,`position`);--> statement-breakpoint
CREATE INDEX `list_papers_paper` ON `list_papers` (`paper_id`);--> statement-breakpoint
CREATE TABLE `lists` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`is_public` integer DEFAULT false NOT NULL,
	`is_default` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `lists_owner` ON `lists` (`owner_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `lists_default` ON `lists` (`owner_id`) WHERE "lists"."is_default" = 1;--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subscription_id` text NOT NULL,
	`issue` text NOT NULL,
	`letter_id` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`done_at` integer,
	`answer` text,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_issue` ON `outbox` (`subscription_id`,`issue`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `outbox_done` ON `outbox` (`done_at`);--> statement-breakpoint
CREATE TABLE `outside_answers` (
	`url` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outside_answers_expires` ON `outside_answers` (`expires_at`);--> statement-breakpoint
CREATE TABLE `paces` (
	`host` text PRIMARY KEY NOT NULL,
	`free_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `revisions` (
	`paper_id` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`changed` text NOT NULL,
	`before` text NOT NULL,
	PRIMARY KEY(`paper_id`, `version`),
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`user_id` text,
	`state` text NOT NULL,
	`frequency` text NOT NULL,
	`hour` integer NOT NULL,
	`timezone` text NOT NULL,
	`papers` integer NOT NULL,
	`min_upvotes` integer NOT NULL,
	`categories` text NOT NULL,
	`keywords` text NOT NULL,
	`authors` text NOT NULL,
	`secret` text NOT NULL,
	`confirm_hash` text,
	`confirm_expires_at` integer,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`left_at` integer,
	`next_at` integer,
	`refusals` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subscriptions_email` ON `subscriptions` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `subscriptions_confirm` ON `subscriptions` (`confirm_hash`);--> statement-breakpoint
CREATE INDEX `subscriptions_due` ON `subscriptions` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `subscriptions_user` ON `subscriptions` (`user_id`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text,
	`label` text NOT NULL,
	`kind` text NOT NULL,
	`url` text NOT NULL,
	`chat` text,
	`secret` text NOT NULL,
	`events` text NOT NULL,
	`votes` integer NOT NULL,
	`is_on` integer DEFAULT true NOT NULL,
	`off_reason` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `webhooks_owner` ON `webhooks` (`owner_id`);--> statement-breakpoint
ALTER TABLE `papers` ADD `announced_day` text;--> statement-breakpoint
ALTER TABLE `papers` ADD `version` integer;--> statement-breakpoint
ALTER TABLE `papers` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `papers` ADD `code_stars_at` integer;--> statement-breakpoint
ALTER TABLE `papers` ADD `source_url` text;--> statement-breakpoint
CREATE INDEX `papers_announced` ON `papers` (`announced_day`,"upvotes" desc,"comments" desc,`published_at`,`id`) WHERE "papers"."announced_day" is not null;