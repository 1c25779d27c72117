CREATE TABLE `saved_searches` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`asked` text NOT NULL,
	`in_letter` integer DEFAULT true NOT NULL,
	`since` integer NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`seen_before` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_one` ON `saved_searches` (`user_id`,`asked`);--> statement-breakpoint
CREATE TABLE `search_hits` (
	`search_id` text NOT NULL,
	`paper_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`search_id`, `paper_id`),
	FOREIGN KEY (`search_id`) REFERENCES `saved_searches`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `search_hits_newest` ON `search_hits` (`search_id`,"at" desc);--> statement-breakpoint
CREATE INDEX `search_hits_paper` ON `search_hits` (`paper_id`);--> statement-breakpoint
CREATE INDEX `search_hits_at` ON `search_hits` (`at`);