CREATE TABLE `accounts` (
	`user_id` text NOT NULL,
	`type` text NOT NULL,
	`provider` text NOT NULL,
	`provider_account_id` text NOT NULL,
	`refresh_token` text,
	`access_token` text,
	`expires_at` integer,
	`token_type` text,
	`scope` text,
	`id_token` text,
	`session_state` text,
	PRIMARY KEY(`provider`, `provider_account_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `accounts_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`paper_id` text NOT NULL,
	`parent_id` text,
	`author_id` text,
	`body` text NOT NULL,
	`html` text NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`deleted_at` integer,
	`hidden_at` integer,
	`hidden_reason` text,
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `comments_paper` ON `comments` (`paper_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `comments_author` ON `comments` (`author_id`,"created_at" desc);--> statement-breakpoint
CREATE INDEX `comments_newest` ON `comments` ("created_at" desc);--> statement-breakpoint
CREATE TABLE `facts` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `journal` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`paper_id` text,
	`day` text,
	`user_id` text,
	`data` text
);
--> statement-breakpoint
CREATE INDEX `journal_kind` ON `journal` (`kind`,"id" desc);--> statement-breakpoint
CREATE TABLE `one_time_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`user_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `one_time_links_purpose` ON `one_time_links` (`purpose`,`user_id`);--> statement-breakpoint
CREATE TABLE `papers` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text DEFAULT 'arxiv' NOT NULL,
	`day` text,
	`week` text,
	`month` text,
	`submitted_at` integer,
	`submitter_id` text,
	`submitter_name` text,
	`upvotes` integer DEFAULT 0 NOT NULL,
	`comments` integer DEFAULT 0 NOT NULL,
	`carried_upvotes` integer DEFAULT 0 NOT NULL,
	`carried_comments` integer DEFAULT 0 NOT NULL,
	`heat` real,
	`is_sample` integer DEFAULT false NOT NULL,
	`unlisted_at` integer,
	`published_at` integer NOT NULL,
	`updated_at` integer,
	`created_at` integer NOT NULL,
	`title` text NOT NULL,
	`author_count` integer NOT NULL,
	`categories` text NOT NULL,
	`project_page` text,
	`code_url` text,
	`code_stars` integer,
	`doi` text,
	`note` text,
	`summary` text,
	`summary_source` text,
	`keywords` text NOT NULL,
	`keywords_source` text,
	`media_urls` text NOT NULL,
	`thumbnail` text,
	`organization` text,
	`abstract` text,
	`authors` text NOT NULL,
	FOREIGN KEY (`submitter_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "papers_listing_is_whole" CHECK((day is null) = (week is null) and (day is null) = (month is null) and (day is null) = (submitted_at is null)),
	CONSTRAINT "papers_totals_hold_carried" CHECK(upvotes >= carried_upvotes and comments >= carried_comments)
);
--> statement-breakpoint
CREATE INDEX `papers_day_top` ON `papers` (`day`,"upvotes" desc,"comments" desc,`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `papers_week_top` ON `papers` (`week`,"upvotes" desc,"comments" desc,`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `papers_month_top` ON `papers` (`month`,"upvotes" desc,"comments" desc,`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `papers_heat` ON `papers` ("heat" desc,`id`) WHERE "papers"."day" is not null and "papers"."heat" is not null;--> statement-breakpoint
CREATE INDEX `papers_published` ON `papers` ("published_at" desc,`id`);--> statement-breakpoint
CREATE INDEX `papers_submitter` ON `papers` (`submitter_id`,"submitted_at" desc);--> statement-breakpoint
CREATE INDEX `papers_submitter_name` ON `papers` (`submitter_name`,"submitted_at" desc);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`label` text NOT NULL,
	`hash` text NOT NULL,
	`scope` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_hash` ON `tokens` (`hash`);--> statement-breakpoint
CREATE INDEX `tokens_user` ON `tokens` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`full_name` text,
	`bio` text,
	`email` text,
	`email_verified` integer,
	`image` text,
	`password_hash` text,
	`role` text DEFAULT 'member' NOT NULL,
	`votes_public` integer DEFAULT true NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_name_key` ON `users` (`name_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `verification_tokens` (
	`identifier` text NOT NULL,
	`token` text NOT NULL,
	`expires` integer NOT NULL,
	PRIMARY KEY(`identifier`, `token`)
);
--> statement-breakpoint
CREATE TABLE `vote_hours` (
	`paper_id` text NOT NULL,
	`hour` integer NOT NULL,
	`votes` integer NOT NULL,
	PRIMARY KEY(`paper_id`, `hour`),
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "vote_hours_positive" CHECK(votes > 0)
);
--> statement-breakpoint
CREATE TABLE `votes` (
	`paper_id` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`paper_id`, `user_id`),
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `votes_user` ON `votes` (`user_id`,"at" desc);