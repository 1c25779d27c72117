CREATE TABLE `letter_asks` (
	`id` text PRIMARY KEY NOT NULL,
	`subscription_id` text NOT NULL,
	`choices` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `letter_asks_of` ON `letter_asks` (`subscription_id`);--> statement-breakpoint
ALTER TABLE `lists` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `lists` ADD `closed_reason` text;