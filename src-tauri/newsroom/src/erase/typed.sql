-- Stories in whose drafts an address is typed; a revision may have it nowhere yet.
SELECT DISTINCT edition.story
FROM draft
JOIN edition ON edition.id = draft.edition
WHERE instr(draft.body, ?) > 0
