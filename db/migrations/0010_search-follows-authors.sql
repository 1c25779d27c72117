CREATE TRIGGER `papers_renamed_in_meaning` AFTER UPDATE OF `authors` ON `papers`
WHEN new.`authors` IS NOT old.`authors`
BEGIN
  UPDATE `search_papers` SET `revision` = `revision` + 1 WHERE `paper_id` = new.`id`;
END;
