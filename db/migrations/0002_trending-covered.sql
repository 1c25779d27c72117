DROP INDEX `papers_heat`;--> statement-breakpoint
CREATE INDEX `papers_heat` ON `papers` ("heat" desc,`id`,`day`) WHERE "papers"."day" is not null and "papers"."heat" is not null;