SELECT draft.content_hash, edition.language,
       draft.headline, draft.lead, draft.body, draft.variants, draft.edition
FROM draft
JOIN edition ON edition.id = draft.edition
