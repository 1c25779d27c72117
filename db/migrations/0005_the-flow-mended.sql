DROP INDEX `subscriptions_confirm`;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `leave_secret` text;--> statement-breakpoint
CREATE INDEX `subscriptions_ahead` ON `subscriptions` (`state`,`frequency`,`next_at`);--> statement-breakpoint
ALTER TABLE `subscriptions` DROP COLUMN `confirm_hash`;--> statement-breakpoint
ALTER TABLE `papers` ADD `listed_at` integer;--> statement-breakpoint
CREATE INDEX `papers_code_stars` ON `papers` (`code_stars_at`,`id`) WHERE "papers"."day" is not null and "papers"."code_url" like 'https://github.com/%';--> statement-breakpoint
CREATE INDEX `outbox_letter` ON `outbox` (`letter_id`);