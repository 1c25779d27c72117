CREATE TABLE `search_papers` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`paper_id` text NOT NULL,
	`title_key` text NOT NULL,
	`name_key` text,
	`revision` integer DEFAULT 0 NOT NULL,
	`embedded_by` text,
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_papers_paper` ON `search_papers` (`paper_id`);--> statement-breakpoint
CREATE INDEX `search_papers_title` ON `search_papers` (`title_key`);--> statement-breakpoint
CREATE INDEX `search_papers_name` ON `search_papers` (`name_key`);--> statement-breakpoint
CREATE INDEX `search_papers_embedded` ON `search_papers` (`embedded_by`);--> statement-breakpoint
CREATE TABLE `search_vectors` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` integer NOT NULL,
	`model` text NOT NULL,
	`vectors` blob NOT NULL,
	FOREIGN KEY (`number`) REFERENCES `search_papers`(`number`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_vectors_number` ON `search_vectors` (`number`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_words` USING fts5(`title`, `abstract`, `authors`, `categories`, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_terms` USING fts5vocab('search_words', 'row');
--> statement-breakpoint
CREATE VIEW `search_texts` AS SELECT
  `id`,
  `title`,
  coalesce(`abstract`, '') AS `abstract`,
  coalesce((SELECT group_concat(json_extract(`value`, '$.name'), ', ') FROM json_each(`authors`)), '') AS `authors`,
  coalesce((SELECT group_concat(`value`, ' ') FROM json_each(`categories`)), '') AS `categories`,
  lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`title`,' ',''),'-',''),'_',''),'.',''),',',''),':',''),'/',''),'''',''),'"',''),'(',''),')',''),'{',''),'}',''),'$',''),'\',''),'^',''),'!',''),'?',''),'–',''),'—',''),'’','')) AS `title_key`,
  CASE WHEN instr(`title`, ':') > 1 THEN lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(substr(`title`, 1, instr(`title`, ':')),' ',''),'-',''),'_',''),'.',''),',',''),':',''),'/',''),'''',''),'"',''),'(',''),')',''),'{',''),'}',''),'$',''),'\',''),'^',''),'!',''),'?',''),'–',''),'—',''),'’','')) END AS `name_key`
FROM `papers`;
--> statement-breakpoint
CREATE TRIGGER `papers_into_search` AFTER INSERT ON `papers` BEGIN
  INSERT INTO `search_papers` (`paper_id`, `title_key`, `name_key`)
    SELECT `id`, `title_key`, `name_key` FROM `search_texts` WHERE `id` = new.`id`;
  INSERT INTO `search_words` (`rowid`, `title`, `abstract`, `authors`, `categories`)
    SELECT `number`, `title`, `abstract`, `authors`, `categories` FROM `search_papers` JOIN `search_texts` ON `id` = `paper_id` WHERE `paper_id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `papers_anew_in_search` AFTER UPDATE OF `title`, `abstract`, `authors`, `categories` ON `papers`
WHEN new.`title` IS NOT old.`title` OR new.`abstract` IS NOT old.`abstract` OR new.`authors` IS NOT old.`authors` OR new.`categories` IS NOT old.`categories`
BEGIN
  DELETE FROM `search_words` WHERE `rowid` = (SELECT `number` FROM `search_papers` WHERE `paper_id` = new.`id`);
  INSERT INTO `search_words` (`rowid`, `title`, `abstract`, `authors`, `categories`)
    SELECT `number`, `title`, `abstract`, `authors`, `categories` FROM `search_papers` JOIN `search_texts` ON `id` = `paper_id` WHERE `paper_id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `papers_anew_in_meaning` AFTER UPDATE OF `title`, `abstract` ON `papers`
WHEN new.`title` IS NOT old.`title` OR new.`abstract` IS NOT old.`abstract`
BEGIN
  UPDATE `search_papers` SET (`title_key`, `name_key`) = (SELECT `title_key`, `name_key` FROM `search_texts` WHERE `id` = new.`id`),
    `revision` = `revision` + 1, `embedded_by` = NULL
    WHERE `paper_id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `papers_out_of_search` BEFORE DELETE ON `papers` BEGIN
  DELETE FROM `search_words` WHERE `rowid` = (SELECT `number` FROM `search_papers` WHERE `paper_id` = old.`id`);
END;
--> statement-breakpoint
INSERT INTO `search_papers` (`paper_id`, `title_key`, `name_key`)
  SELECT `id`, `title_key`, `name_key` FROM `search_texts` ORDER BY (SELECT `published_at` FROM `papers` WHERE `papers`.`id` = `search_texts`.`id`);
--> statement-breakpoint
INSERT INTO `search_words` (`rowid`, `title`, `abstract`, `authors`, `categories`)
  SELECT `number`, `title`, `abstract`, `authors`, `categories` FROM `search_papers` JOIN `search_texts` ON `id` = `paper_id`;
