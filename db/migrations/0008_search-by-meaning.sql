CREATE TABLE `search_gists` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` integer NOT NULL,
	`model` text NOT NULL,
	`vector` blob NOT NULL,
	FOREIGN KEY (`number`) REFERENCES `search_papers`(`number`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_gists_number` ON `search_gists` (`number`);--> statement-breakpoint
CREATE TABLE `search_parts` (
	`number` integer PRIMARY KEY NOT NULL,
	`vectors` blob NOT NULL,
	FOREIGN KEY (`number`) REFERENCES `search_papers`(`number`) ON UPDATE no action ON DELETE cascade
);--> statement-breakpoint
DROP TABLE `search_vectors`;