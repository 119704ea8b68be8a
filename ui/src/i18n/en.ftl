app-name = Shpalta

## Sections

nav-label = Sections
nav-board = Board
nav-write = Mine to write
nav-translate = Mine to translate
nav-approve = Mine to approve
nav-ready = Ready to export
nav-reference = Reference
nav-archive = Archive
nav-photos = Photos
nav-export = Export
nav-export-log = Export log
nav-settings = Settings
nav-shortcuts = Shortcuts
nav-people = Who is working
nav-person = { $name } · { $role }

## Filters

filter-open = Open
filter-behind = Behind
filter-review = In review
filter-embargoed = Embargoed
filter-withdrawn = Withdrawn

## States

pill-withdrawn = Withdrawn
pill-withdrawn-tip = The page is withdrawn: readers see a notice
pill-held = Held
pill-held-tip = The page is held while facts are checked
pill-not-started = Not started
pill-not-started-tip = There is no text in this language yet
pill-returned = Returned
pill-returned-tip = Returned to be worked on
pill-draft-part = Draft { $written }/{ $rows }
pill-draft-part-tip = { $rows ->
    [one] { $written } of { $rows } paragraph translated
   *[other] { $written } of { $rows } paragraphs translated
}
pill-errors = Errors · { $count }
pill-errors-tip = { $count ->
    [one] { $count } error holds the text back
   *[other] { $count } errors hold the text back
}
pill-behind = Behind · { $count }
pill-behind-tip = { $count ->
    [one] { $count } paragraph does not match the original
   *[other] { $count } paragraphs do not match the original
}
pill-in-review = In review
pill-in-review-tip = The text is waiting for a decision
pill-draft = Draft
pill-draft-tip = The text has not been sent for review yet
pill-changed = Changed
pill-changed-tip = Changed since approval
pill-newer-text = Newer text
pill-newer-text-tip = Newer text approved than exported
pill-exported = Exported
pill-exported-tip = The approved revision has been exported
pill-approved = Approved
pill-approved-tip = Approved, not exported yet
pill-embargo = Embargo to { $time }
pill-embargo-tip = Not before { $time }
pill-second-look = Second look
pill-second-look-tip = Approved without a second person: someone else should look
pill-coming = Original being edited
pill-coming-tip = { $count ->
    [one] Once the original is approved, { $count } paragraph will be behind
   *[other] Once the original is approved, { $count } paragraphs will be behind
}

## Actions

action-submit = Send for review
action-approve = Approve
action-approve-next = Approve and next
action-return = Return
action-revoke = Revoke approval
action-still-right = Still right
action-still-right-tip = The original changed, but the translation is still right
action-insert-original = Insert original
action-minor = Minor edit: translations need not follow
action-withdraw = Withdraw
action-reinstate = Undo withdrawal
action-hold = Hold
action-export = Export
action-export-ready = Export ready ({ $count })
action-compare = Compare
action-restore = Restore
action-preview = Preview
action-print-page = Print
action-open-folder = Open folder
action-copy-text = Copy text
action-find = Find
action-replace = Replace
action-new-story = New story
action-next = Next
action-open = Open
action-choose = Choose…
action-add = Add
action-cancel = Cancel
action-close = Close

## Languages

language-uk = Ukrainian
language-en = English
language-ru = Russian
language-own = English
in-language-uk = in Ukrainian
in-language-en = in English
in-language-ru = in Russian
from-language-uk = from Ukrainian
from-language-en = from English
from-language-ru = from Russian
original-uk = original: Ukrainian
original-en = original: English
original-ru = original: Russian

## Roles

role-reporter = reporter
role-translator = translator
role-editor = editor
role-chief = editor-in-chief
role-owner = owner

## Checks

severity-stop = Error
severity-stop-tip = Holds the page back
severity-warn = Warning
finding-not-approved = No approved revision
finding-behind = The translation is behind the original
finding-details-changed = Story details changed since approval
finding-embargo = Under embargo
finding-withdrawn = Withdrawn
finding-empty-headline = No headline
finding-empty-lead = No lead
finding-long-headline = Headline over 90 characters
finding-missing-media = The photo’s file is missing
finding-unusable-media = The photo’s file cannot be used
finding-empty-image-slot = A place for a photo is empty
finding-missing-alt = No alt text
finding-missing-caption = No caption
finding-missing-credit = No photo credit
finding-photo-banned = The photo may not be used
finding-photo-expired = The photo may no longer be used
finding-photo-waits = Too early for a photo of a strike’s aftermath
finding-photo-unchecked = Photo not checked for position, faces, documents
finding-no-ukrainian = No Ukrainian page
finding-short-ukrainian = The Ukrainian page is much shorter
finding-dead-link = Link to a story that has no page
finding-address-taken = Another story’s page stands at the address

## Saving

saved-all = All text saved on this computer
saved-at = Saved { $time }
saved-saving = Saving…
saved-failed = NOT SAVED
saved-failed-safe = Your text is not lost: it is in this window.
saved-kept = IN THE RECOVERY JOURNAL
saved-kept-at = In the recovery journal { $time }
saved-kept-safe = What you type goes into the recovery journal on the disk, and from there into the newsroom as soon as it can be changed.
saved-again = Saving works again: all you typed is on the disk
saved-adrift = { $n ->
    [one] { $n } text is only in the memory of this window: do not close it. Once the disk works, the text is saved by itself.
   *[other] { $n } texts are only in the memory of this window: do not close it. Once the disk works, the texts are saved by themselves.
}
saved-copied = Text copied
texts-write = Save the texts to a folder…
texts-title = Save the texts to a folder
texts-what = Each text that is not saved becomes a .md file of its own, which can be imported.
texts-folder = Where to
texts-folder-hint = Best on another disk or a stick. A new folder appears in this one.
texts-closing = What is on no disk goes with the window.
texts-do = Save
texts-done = { $n ->
    [one] { $n } text was written to { $folder }
   *[other] { $n } texts were written to { $folder }
}

## Times and sizes

time-just-now = just now
time-moments = under a minute
time-minutes = { $n } min
time-hours = { $n } h
time-days = { $n } d
time-ago = { $age } ago
time-day = { $month ->
    [1] Jan. { $day }
    [2] Feb. { $day }
    [3] March { $day }
    [4] April { $day }
    [5] May { $day }
    [6] June { $day }
    [7] July { $day }
    [8] Aug. { $day }
    [9] Sept. { $day }
    [10] Oct. { $day }
    [11] Nov. { $day }
   *[12] Dec. { $day }
}
time-day-year = { time-day }, { $year }
time-moment = { $day }, { $time }
size-kilobytes = { $n } KB
size-megabytes = { $n } MB

## Parts of the window

diff-removed = removed
diff-added = added
waiting = One moment…

## Shortcuts

shortcuts-title = Shortcuts
shortcuts-note = Combinations with Ctrl and Alt work on every keyboard layout.
shortcuts-here = Here
shortcuts-elsewhere = On other screens
scope-window = Everywhere
scope-board = Board
scope-story = Story
scope-text = Text
scope-translate = Translate
scope-review = Review
shortcut-shortcuts = Show shortcuts
shortcut-new-story = New story
shortcut-import = Import texts
shortcut-search = Search the board
shortcut-nav-board = Board
shortcut-nav-write = Mine to write
shortcut-nav-translate = Mine to translate
shortcut-nav-approve = Mine to approve
shortcut-nav-ready = Ready to export
shortcut-export = Export
shortcut-settings = Settings
shortcut-save = Save now
shortcut-preview = Preview
shortcut-print-page = Print the page or save it as PDF
shortcut-details = Story details
shortcut-back = Back
shortcut-language-uk = Ukrainian version
shortcut-language-en = English version
shortcut-language-ru = Russian version
shortcut-mode-write = Write
shortcut-mode-translate = Translate
shortcut-mode-review = Review
shortcut-mode-history = History
shortcut-submit = Send for review
shortcut-next-finding = Next finding
shortcut-bold = Bold
shortcut-italic = Italic
shortcut-link = Link
shortcut-story-link = Link to a story
shortcut-section-details = Section: Details
shortcut-section-background = Section: Background
shortcut-bullet-list = Bulleted list
shortcut-numbered-list = Numbered list
shortcut-quote = Quote
shortcut-attribution = Who said it
shortcut-image = Add a photo
shortcut-undo = Undo
shortcut-redo = Redo
shortcut-find = Find in the text
shortcut-select-all = Select all
shortcut-suggestion = Take suggestion { $number }
shortcut-next-behind = Next paragraph behind
shortcut-previous-behind = Previous paragraph behind
shortcut-confirm = Done or still right
shortcut-insert-original = Insert original
shortcut-approve = Approve
shortcut-approve-next = Approve and next
key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-escape = Esc

## Board: the list

board-search = Search headlines
board-import = Import…
board-filters = Which stories
board-column-story = Story
board-column-changed = Changed
board-untitled = No headline
board-hints = ⏎ open · ← → language · / search
board-original-changed = original changed { $ago }
board-waiting = waiting { $age }
board-coming = original being edited
board-revision = Revision { $number }
board-revision-approved = Revision { $number }, approved
board-revision-beside = Revision { $number }, approved: { $approved }
board-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
board-new = There are no stories yet. Start one, or import texts that are ready.
board-found-nothing = Nothing found for “{ $search }”.
board-search-archive = Search the archive
board-search-clear = Clear the search
board-nothing-open = No story is open right now.
board-nothing-behind = No translation is behind its original.
board-nothing-review = Nothing is waiting for review.
board-nothing-embargoed = Nothing is under embargo.
board-nothing-withdrawn = No story is withdrawn.
board-nothing-write = You have no story in progress.
board-nothing-translate = Nothing is waiting for your translation.
board-nothing-approve = Nothing is waiting for your approval.
board-nothing-ready = Nothing is ready to export.
board-nothing-all = The archive is empty.

## New story

new-story-headline = Headline
new-story-headline-needed = Write a headline: it can be changed at any time.
new-story-language = Original language
new-story-language-hint = The other two versions will be translated from it.
new-story-begin = Write

## Story

edition-uk = Українська
edition-en = English
edition-ru = Русский
mode-write = Write
mode-translate = Translate
mode-review = Review
mode-history = History
story-languages = Versions
story-modes = What to do
story-aside = Beside the text
story-no-headline = No headline yet
story-submitted = Sent for review
story-approved = This text is approved
story-waits = This text is waiting for a decision
story-read-only = This newsroom is open for reading only.
story-writers = { $language ->
    [uk] This text is for those who write or translate in Ukrainian.
    [en] This text is for those who write or translate in English.
   *[ru] This text is for those who write or translate in Russian.
}
others-tip = Also looking at this story
others-one = { $language ->
    [uk] { $person } · Ukrainian
    [en] { $person } · English
   *[ru] { $person } · Russian
}
measure-words = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
measure-characters = { $n ->
    [one] { $n } character
   *[other] { $n } characters
}
measure-minutes = { $n } min read
measure-headline = Headline { $n }/{ $of }
leave-closing = If the window closes now, what was typed since the last save is lost.
leave-going = If you leave this text now, it stays only in the memory of the window until it can be saved.
leave-saved = The text is on the disk now.
leave-close-anyway = Close anyway
leave-go-anyway = Leave anyway
leave-stay = Stay

## Write

write-headline = Headline
write-lead = Lead
write-lead-hint = Lead: what happened, in one paragraph
write-body = Text
write-body-hint = The story itself
section-details = Details
section-background = Background
tool-label = Formatting
story-link-search = Headline
story-link-what = Readers get the story’s page in their language, or else the Ukrainian one. Without either the words stay alone.
variants-title = Texts for search, push and social networks
variants-written = { $n } of { $of }
variant-search = Search headline
variant-push = Push
variant-telegram = Telegram post
variant-social = Social networks
variant-length = { $n }/{ $of }
preview-title = The page as on the site
findings-title = Checks
search-replace-by = Replace with
search-next = Next
search-previous = Previous
search-all = Select all
search-case = Match case
search-pattern = Regular expression
search-words = Whole words
search-replace-all = Replace all
search-current = Found
search-on-line = on line
search-replaced-one = Replaced on line { $line }
search-replaced = Replaced: { $count }
search-line = Go to line

## Two texts

conflict-title = This text was changed elsewhere, too
conflict-paused = Both texts are kept. Saving goes on once you choose one.
conflict-what = Your text is kept as r{ $revision }; the draft is the other one. Choose which of them goes on: both stay in the history.
conflict-theirs = In the draft now
conflict-mine = Your text
conflict-keep-theirs = Keep the draft
conflict-put-mine = Put my text in its place

## Translate

translate-original = Original · { $language } · r{ $revision }, approved { $time }
translate-original-newest = Original · { $language } · r{ $revision }, not approved yet
translate-original-none = Original · { $language } · not approved yet
translate-head = { $language } · r{ $revision } · { $fresh } of { $rows } up to date
translate-new = { $language } · { $fresh } of { $rows } up to date
translate-done = Everything is up to date
translate-confirm-all = Confirm all ({ $n })
row-label = Paragraph { $row }
row-fresh = Up to date
row-changed = Original changed
row-missing = Not translated
row-extra = Not in the original
row-coming = Original being edited
row-new = New in the original: translate here
row-empty = Translate here
check-missing = Not translated · { $n }
row-done = Done
row-left-out = Leave out
row-keep = Keep it
row-suggestion = { $from } → { $to }
kind-image = Photo
kind-alt = Alt text
kind-caption = Caption
kind-attribution = Who said it
kind-cell = Table
kind-code = Code
kind-html = Markup
kind-footnote = Footnote
note-changed-to = Original changed: { $old } → { $new } · { $ago } · { $person }
note-changed = Original changed · { $ago } · { $person }
note-changed-plain = The original changed
note-added = Added · { $ago } · { $person }
note-missing = Not translated yet
note-extra = The original has no such paragraph. Delete it, or keep it if it belongs here.
note-coming = The original is being edited; the new text is not approved yet
kept-title = Still right?
kept-what = The original changed, and the translation still says: { $facts }.
kept-reason = Why it is right
facts-title = Facts in this paragraph
facts-none = No numbers, dates or names here
facts-differ = { $n ->
    [one] { $n } differs
   *[other] { $n } differ
}
fact-agrees = agrees
fact-differs = differs
fact-number = Number
fact-date = Date
fact-name = Name
fact-currency = Currency
fact-negation = Negation
fact-quote = Quote

## Start

window-title = { $name } – { app-name }
start-motto = Written once, out in three languages.
start-ways = Where to begin
start-found = New newsroom
start-found-what = A folder on this computer that holds every story
start-open = Open a newsroom
start-open-what = One that is on the disk already
start-sample = Look at the sample
start-sample-what = A small newsroom with stories in it
start-back = Back to the stories
start-version = Version { $version }
start-not-opened = Open another newsroom, make a new one, or look at the sample.
start-recent = Recent newsrooms
start-open-folder = Newsroom folder
start-open-folder-hint = The folder that holds newsroom.db.
rescue-open = Restore from a backup…
rescue-title = Restore the newsroom from a backup
rescue-looking = Looking for the newest good backup…
rescue-newest = The newest good backup: { $moment }, { $age } ago.
rescue-lies = It is { $path }, { $size }.
rescue-what = The present database is moved to the recovery folder, not deleted, and the backup takes its place. What was saved after the backup is not in the newsroom then.
rescue-journals = { $n ->
    [one] { $n } text from the recovery journal comes back, too.
   *[other] { $n } texts from recovery journals come back, too.
}
rescue-do = Restore this backup
rescue-none = There is no good backup in the backups folder. If there are backups on another disk, restore the newsroom with the command shpalta restore.
rescue-needless = The newsroom is whole and opened again: nothing had to be restored.
rescued = The newsroom was restored from a backup: { $moment }.
rescued-since = Look whether the latest stories are there.
rescued-aside = The former database lies in { $path }.
recovered-saved = { $n ->
    [one] { $n } text came back from the recovery journal: it is in its draft again.
   *[other] { $n } texts came back from recovery journals: they are in their drafts again.
}
recovered-aside = { $language ->
    [uk] { $story }, Ukrainian: the recovery journal had another text than the draft. Both are kept.
    [en] { $story }, English: the recovery journal had another text than the draft. Both are kept.
   *[ru] { $story }, Russian: the recovery journal had another text than the draft. Both are kept.
}
recovered-left = A text of the recovery journal has no place to return to: there is no story { $story } in the newsroom, or its writer has left the staff. The text is whole, in the file { $path }.
start-sample-stories = The sample has a few stories in Ukrainian, English and Russian: some are approved, some are being translated, some wait for a decision.
start-sample-safe = Write, translate, approve and export in it as you like: your own newsrooms are not touched.
start-sample-do = Open the sample
found-name = Name
found-name-hint = What the site is called on its pages. Names in each language can be given in the settings.
found-name-needed = Write the newsroom’s name.
found-source = Source in the dateline “Place • SOURCE”
found-source-hint = The agency’s short name, such as УНН · UNN · УНН. Where it is missing, another language’s name stands in.
found-source-needed = Write the source in one language at least.
found-owner = Your name
found-owner-hint = You can do all that an editor-in-chief can, and you will add the others.
found-owner-needed = Write your name: it signs revisions and decisions.
found-folder = Folder
found-folder-hint = New or empty. Everything written stays in it, and on no server.
found-folder-needed = Choose a folder for the newsroom.
found-do = Make the newsroom

## Settings

read-only = The newsroom is open for reading only: nothing can be changed. Check the rights to the folder { $folder } and the free space on the disk.
settings-window = Window
settings-people = People
settings-rules = Rules
settings-site = Site
settings-names = Names
settings-folders = Folders
settings-backups = Backups
settings-chiefs = The editor-in-chief changes this.
settings-look = Look
settings-language = Window language
settings-language-system = System: { $name }
settings-theme = Theme
theme-system = System
theme-light = Light
theme-dark = Dark
settings-text-size = Text size
settings-smaller = Smaller text
settings-larger = Larger text
settings-usual = Usual
settings-percent = { $n }%
settings-incoming = Incoming texts
settings-incoming-note = Import offers the files of this folder.
settings-incoming-folder = Folder of incoming texts
people-name = Name
people-role = Role
people-no-role = No role
people-owner-may = May do all that an editor-in-chief may, in every language.
people-add = Add a person or a role
people-add-note = Whoever has this name gets the role in the chosen languages and keeps the roles they have.
people-languages = Languages
people-languages-needed = Choose one language at least.
people-name-needed = Write a name.
people-added = Added: { $name } · { $role }
people-remove = Take the role away: { $name } · { $role } · { $language }
people-removed = Role taken away: { $name } · { $role } · { $language }
people-give-back = Give it back
role-reporter-may = Writes, imports, sends for review, confirms translations.
role-translator-may = Translates, imports, sends for review, confirms translations.
role-editor-may = Approves, returns, holds, withdraws, sets embargoes and exports, too.
role-chief-may = Overrides, switches originals, and changes people and rules, too.
policy-self-approve = An editor may approve their own text
policy-self-approve-what = Such a text is marked “Second look” until another editor has looked at it.
policy-editor-overrides = An editor may override
policy-editor-overrides-what = Errors of the final check are passed with a reason in the log. Otherwise only the editor-in-chief may.
policy-strike-photos-wait = Photos of a strike’s aftermath wait
policy-strike-photos-wait-what = A page with such a photo is held back until the hours below have passed since the strike. Otherwise there is only a warning.
policy-civilian-strike-hours = Civilian site: hours after the strike
policy-civilian-strike-hours-what = Usually 3.
policy-military-strike-hours = Military site: hours after the strike
policy-military-strike-hours-what = Usually 12.
policy-ukrainian-first = Ukrainian first
policy-ukrainian-first-what = Where the Ukrainian page is missing or much shorter, the story is held back in the other languages. Otherwise there is only a warning.
rules-always = Rules that always hold
rules-four-eyes = Four eyes: whoever sent a text for review does not approve it.
rules-approved-only = Only approved text is exported; nobody overrides a missing approval, an embargo or a withdrawal.
rules-withdrawal = One editor can withdraw or hold a story, at once.
rules-nothing-lost = Nothing written is lost: every revision and every decision stays in the history.
site-url = Site address
site-url-hint = For example, https://news.example.ua
site-folder = Site folder
site-folder-hint = Pages are exported here. It must lie outside the newsroom’s folder.
site-server = Site server
site-server-hint = If the site lives on a server and not in the folder: sftp://user@host/folder or s3://key@bucket/folder?endpoint=https://host. After an export, what changed is brought there.
site-secret = Server password
site-secret-hint = The password, the passphrase of a key, or the secret key of storage. The system keeps it; it is in no file of the newsroom. A key in your SSH agent needs none.
site-secret-keep = Remember
site-secret-forget = Forget
site-secret-kept = The server’s password is in the system’s keyring.
site-secret-forgotten = The server’s password is not in the system’s keyring any more.
site-names = Site name
site-names-note = What the site is called on the pages of each language.
site-pages = Pages
site-views = Show views
site-views-what = The counter stands on a page whose number of views is known.
site-avif = Photos as AVIF, too
site-avif-what = The files are smaller, but the first export of each photo takes longer.
names-author = Authors
names-place = Places
names-source = Sources
names-add-author = Add an author
names-add-place = Add a place
names-add-source = Add a source
names-note = Names as each language spells them. A correction here reaches every page with the next export.
names-search = Find in the list
names-none = There is nothing here yet.
names-edit = Correct: { $name }
names-edit-title = Correct the spelling
names-needed = Write the name in one language at least.
names-outdate = Approved texts stay approved; pages with this name have to be exported again.
names-keep = Save
folder-newsroom = Newsroom
folder-media = Photos
folder-backups = Backups
folder-site = Site
folder-site-none = The site folder is not chosen yet.
folder-open = Open folder: { $folder }
folder-other = Another newsroom…

## Backups and the check

backups-when = A backup is made every hour if something changed, and when the window is closed. The newest of 12 days, 10 weeks and 9 months are kept.
backups-none = There is no backup in the folder yet.
backups-last = The last good backup: { $moment }
backups-last-none = There is no good backup yet
backups-changed = { $ago }; something has changed since
backups-unchanged = { $ago }; nothing has changed since
backups-now = Back up now
backups-made = The backup is made
backups-failed = The backup was not made.
backups-second-failed = The backup was not copied to the second place.
backups-faulty = made with faults
backups-second = A second place for backups
backups-second-note = A folder on another disk or in the network helps even when the newsroom’s own disk fails.
backups-second-folder = Folder for backups
backups-second-hint = The disk may be absent: the backup is then in the newsroom’s folder alone.
backups-second-absent = The folder { $folder } was not there at the last backup.
backups-size = How much room backups may take, in MB
backups-size-hint = Beyond it the oldest ones are removed. Empty means 10,000.
backups-old = The last good backup is { $age } old, and something has changed since.
backups-old-none = There is no good backup of this newsroom.
faults-found = { $n ->
    [one] The check of the newsroom found { $n } fault.
   *[other] The check of the newsroom found { $n } faults.
}
faults-go-on = You can go on working.
faults-show = What was found
faults-title = What the check found
faults-remedy = Delete nothing from the newsroom’s folder. If texts or decisions have faults, restore a backup from before into a folder of its own (shpalta restore) and compare.
faults-more = And { $n } more: the command shpalta verify lists all of them.
fault-database = The database file itself is damaged: some rows cannot be read
fault-lost = A backup holds changes that the newsroom no longer has
fault-row = A row was changed since the last backup, and not by Shpalta
fault-text = A stored text is not the one that was saved
fault-draft = A draft is not the one that was saved
fault-blocks = The paragraphs of a revision are not those of its text
fault-chain = A row of the log of decisions is missing
fault-decision = A decision in the log is not the one that was made
fault-reference = A row points at something that is not there
fault-basis = A translation was made from a paragraph that never was
fault-link = A paragraph of a translation is linked to one that never was
fault-wording = A paragraph of a revision is not among the wordings of its text
fault-export = The export log names another text than the one that went out
fault-media-missing = A photo’s file is missing: put it back into the media folder
fault-media-altered = A photo’s file is not the one that was added
fault-media-erased = An erased photo’s file is there again: erase the photo once more
fault-erasure = A photo counts as erased, and nobody decided so
fault-board = The list of stories differs from the stories: the texts are whole, the command shpalta verify --rebuild makes the list anew

## Story details

details-title = Story details
details-read-only = The newsroom is open for reading only.
details-writers = { $language ->
    [uk] Changed by those who write in Ukrainian.
    [en] Changed by those who write in English.
   *[ru] Changed by those who write in Russian.
}
details-editors = Changed by an editor.
details-editors-of = { $language ->
    [uk] Decided by an editor for Ukrainian.
    [en] Decided by an editor for English.
   *[ru] Decided by an editor for Russian.
}
details-chiefs = Changed by the editor-in-chief.
details-staff = Changed by staff with a role.
details-saved = Saved
details-dateline = Dateline
details-place = Place
details-source = Source
details-date = Date
details-clock = Time
details-date-hint = A date, or a date with Kyiv time: 20.01.2025, 11:56
details-when = Date of the news
details-embargo = Embargo
details-embargo-hint = Before this Kyiv time nobody can let the story out.
warning-embargo-after-export = The story has been exported: an embargo takes nothing off the site.
details-authors = Authors
details-author-add = Add an author
details-author-remove = Remove author: { $name }
details-author-up = Move up: { $name }
details-author-names = Name in three languages: { $name }
details-author-none = No authors named
details-name = { $language ->
    [uk] Name in Ukrainian
    [en] Name in English
   *[ru] Name in Russian
}
details-name-new = New: joins the newsroom’s list
details-suggestions = Suggestions
details-filing = Section, tags, views
details-section = Section
details-tags = Tags
details-tags-hint = Separated by commas
details-views = Views on the site
details-original = Original
details-original-title = Switch the original?
details-original-what = { $language ->
    [uk] The Ukrainian version becomes the original.
    [en] The English version becomes the original.
   *[ru] The Russian version becomes the original.
}
details-original-rows = Paragraphs that match stay in pairs. The rest will be behind until it is translated or confirmed.
details-original-do = Switch the original
details-pages = Pages
details-address = Page address
details-address-none = Comes with the text
details-follows = Translated
details-photos = Photos in the text
details-photo-none = No photos in the text
details-photo-slot = An empty place for a photo
details-credit = { $language ->
    [uk] Photo credit in Ukrainian
    [en] Photo credit in English
   *[ru] Photo credit in Russian
}
details-alt = Alt text
details-caption = Caption
details-go = { $language ->
    [uk] Go to its place in the Ukrainian text
    [en] Go to its place in the English text
   *[ru] Go to its place in the Russian text
}
care-title = Rights and safety
care-origin = Whose photo
care-origin-none = Not said
care-origin-own = Ours
care-origin-handout = A press office’s
care-origin-agency = An agency’s
care-origin-reader = A reader’s
care-until = Use until
care-banned = Do not use
care-shows = What the photo shows
care-shows-civilian-strike = Aftermath of a strike on a civilian site
care-shows-military-strike = Aftermath of a strike on a military site
care-shows-troops = Troops
care-shows-air-defense = Air defense
care-shows-person = A private person
care-struck = Time of the strike (Kyiv)
care-struck-hint = If empty, counted from when the photo was added.
care-check = Position, faces, documents checked
care-checked = Checked: { $name }, { $when }
care-uncheck = Remove the mark

## What readers see

readers-title = What readers see
readers-of = What to take down or bring back
readers-story = The whole story
readers-hold = Hold…
readers-withdraw = Withdraw…
readers-reinstate = Undo withdrawal…
readers-now-withdrawn = Withdrawn
readers-now-held = Held
readers-now-out = The page is on the site
readers-now-never = Not exported yet
readers-export = Export the story…
readers-see = After the next export readers will see this instead of the page:
readers-never-out = The page has never been on the site: readers will see nothing.
readers-back = After the next export the approved text is back on the page:
readers-not-back = There is no approved text, so the notice stays in place of the page.
readers-note = Reason for readers
readers-note-hint = It will stand below the notice. You may leave it empty.
readers-note-inner = Note for the newsroom
readers-done-withdrawn = Withdrawn. What remains is to export.
readers-done-held = Held. What remains is to export.
readers-done-reinstated = The withdrawal is undone. What remains is to export.
notice-withdrawn = This story has been withdrawn.
notice-held = This story has been taken down while we check the facts.

## Story sections

section-war = War
section-politics = Politics
section-economy = Economy
section-society = Society
section-world = World
section-kyiv = Kyiv
section-incidents = Incidents
section-health = Health
section-culture = Culture
section-sports = Sports
section-technology = Technology

## Review

review-submitted = Sent for review by { $person }, { $time }
review-returned = Returned by { $person }, { $time }
review-approved = Approved by { $person }, { $time }
review-state-draft = Not sent for review yet
review-state-changed = The text changed after it was sent for review
review-state-not-started = No text yet
review-state-approved = The text is approved
review-since = Changes since r{ $revision }, approved by { $person }, { $time }
review-never = Never approved: all of the text is new
review-revision = { $language ->
    [uk] Ukrainian · r{ $revision }
    [en] English · r{ $revision }
   *[ru] Russian · r{ $revision }
}
review-side = { $language ->
    [uk] Ukrainian
    [en] English
   *[ru] Russian
}
review-original = { $language ->
    [uk] Original · Ukrainian
    [en] Original · English
   *[ru] Original · Russian
}
review-show = What to show
review-show-all = All of the text
review-show-changed = Only what changed
review-skipped = { $count ->
    [one] { $count } unchanged paragraph
   *[other] { $count } unchanged paragraphs
}
review-nothing-changed = Nothing in the text has changed since the approval.
review-block-changed = Changed
review-block-added = Added
review-block-removed = Removed
review-block-moved = Moved
review-block-missing = Not translated
review-block-extra = Not in the original
review-block-behind = Behind the original
review-block-news = Changed just now
review-news = The text has just changed. What is new is marked; no decision was recorded yet.
review-details = Story details changed since approval.
review-details-open = Look at the details
review-second-look = Approved without a second person. If the text is right, press Approve.
review-mend = Correct it in the text
review-translate = Go to the translation
review-kind = What kind of change
review-kind-awaited = The original was corrected ({ $moment }): “{ $note }.” If this text corrects the same, tell these readers, too.
review-kind-update = Update
review-kind-update-tip = New facts
review-kind-correction = Correction
review-kind-correction-tip = We were wrong: a note will stand on the page
review-kind-clarification = Clarification
review-kind-clarification-tip = Readers could misunderstand: a note will stand on the page
review-kind-silent = No note
review-kind-silent-tip = Spelling only
review-kind-silent-refused = Not possible, facts changed: { $facts }
review-note = Note for readers
review-note-hint = What was wrong, and what is right. It will stand on the page.
review-return = Return…
review-return-title = Return to be worked on
review-return-comment = What to work on
review-return-needed = Write what to work on: a text is returned with a comment.
review-revoke = Revoke approval…
review-revoke-title = Revoke the approval?
review-revoke-out = The page on the site stays as it is. This version will not be exported again until it is approved anew.
review-revoke-in = This version will not be exported until it is approved anew.
review-revoke-note = Reason
review-done-approve = Approved: { $headline }
review-done-return = Returned: { $headline }
review-done-revoke = Approval revoked: { $headline }
review-none-waits = Nothing else is waiting for approval.
review-minor-done = { $rows ->
    [0] Marked as a minor edit. No translation was waiting for it.
    [one] Marked as a minor edit: { $rows } paragraph of the translations stays up to date.
   *[other] Marked as a minor edit: { $rows } paragraphs of the translations stay up to date.
}
review-minor-marked = Minor edit
review-empty = There is nothing to approve: no text in this language yet.

## History

history-list = Revisions and decisions
history-revision = r{ $revision }
history-option = r{ $revision } · { $time } · { $person }
history-why-write = Written
history-why-import = Imported from a file
history-why-restore = An earlier revision restored
history-why-conflict = Set aside: another text was saved meanwhile
history-why-merge = Two texts merged
history-about = r{ $revision }
history-decision-submit = Sent for review
history-decision-return = Returned
history-decision-approve = Approved
history-decision-revoke = Approval revoked
history-decision-confirm = Translation confirmed
history-decision-minor = Minor edit: translations need not follow
history-decision-hold = Held
history-decision-withdraw = Withdrawn
history-decision-reinstate = Withdrawal undone
history-decision-override = Let out as an override
history-decision-export = Exported
history-decision-embargo = Embargo changed
history-decision-original = Original switched
history-decision-staff = Staff changed
history-decision-policy = Policies changed
history-decision-site = Site settings changed
history-decision-erase = Text erased
history-decision-parcel = Parcel taken in
history-old = Before
history-new = After
history-view = What to show
history-view-diff = Changes
history-view-text = Text
history-same = The texts of these revisions are the same.
history-unchanged-too = Unchanged: { $count ->
    [one] { $count } paragraph
   *[other] { $count } paragraphs
}
history-field-headline = Headline
history-field-lead = Lead
history-field-body = Text
history-field-search = Search headline
history-field-push = Push
history-field-telegram = Telegram post
history-field-social = Social
history-restore-title = Restore r{ $revision }?
history-restore-what = Its text becomes a new revision on top of the present one. Nothing is lost: every revision stays in the history.
history-restored = r{ $revision } restored
history-conflict = The text was changed while you were looking. Both texts are saved; look at the new one and try again.
history-empty = There are no revisions in this language yet.

## Export

export-title = Export
export-log-open = Export log
export-stories = Stories
export-stories-none = No story is ready. Ready means: approved, and not exported yet.
export-stories-all = { $count ->
    [one] All: { $count } story
   *[other] All: { $count } stories
}
export-stories-ready = Show all that is ready
export-languages = Languages
export-to = Where to
export-to-site = To the site
export-to-copy = A copy in another folder or file
export-copy = Folder or file
export-copy-hint = A name ending in .zip makes the copy one file; .md.zip makes it Markdown for Hugo; .html makes one page to send by mail.
export-site-none = The site’s folder is not chosen: there is no site to export to.
export-site-set = Go to settings
export-editors = Exporting takes an editor. Anyone may check what would go out.
export-check-again = Check again
export-check-title = Final check
export-check-first = Choose stories and languages: the check shows what goes out and what stays.
export-check-aim = Choose a folder to export to.
export-working-check = { $of ->
    [0] Checking…
   *[other] Checking: { $done } of { $of }
}
export-working = { $of ->
    [0] Exporting…
   *[other] Exporting: { $done } of { $of }
}
export-bringing = To the server: { $done } of { $of }
export-left-seconds = { $n } s left
export-left-minutes = { $n } min left
export-stop = Stop
export-cancelled = Stopped. The folder is as it was.
export-fate-written = Goes out
export-fate-unchanged = Unchanged
export-fate-notice = A notice instead of the page
export-fate-left = Stays as it is
export-fate-absent = Does not go out
export-done-written = Went out
export-done-unchanged = Unchanged
export-done-notice = A notice instead of the page
export-done-left = Stayed as it was
export-done-absent = Did not go out
export-news-first = For the first time
export-news-text = What changed: r{ $old } → r{ $new }
export-news-details = What stands beside the text changed: names, date, photos or credits
export-news-around = The text is the same: links, the list of languages or the look of the site changed
export-overridden = override
export-untitled = No headline
export-held = { $count ->
    [one] { $count } version stays: what is marked below holds it back.
   *[other] { $count } versions stay: what is marked below holds them back.
}
export-nothing = There is nothing to export: the folder is already as it should be.
export-override = { $count ->
    [one] Let { $count } version out as an override
   *[other] Let { $count } versions out as an override
}
export-override-note = Only for what may be overridden. What is not approved, withdrawn or under embargo never goes out.
export-override-reason = Reason for the override
export-override-needed = There is no override without a reason.
export-override-who = An override takes the editor-in-chief.
export-brought = { $count ->
    [0] The server has everything already.
    [one] { $count } file brought to the server.
   *[other] { $count } files brought to the server.
}
export-server-waits = The server does not have everything that is in the site’s folder yet. An export brings the rest.
export-trust = The key is the same: trust the server
export-done = { $count ->
    [0] Exported. All files were in place already.
    [one] Exported: { $count } file written.
   *[other] Exported: { $count } files written.
}
export-done-removed = { $count ->
    [one] { $count } file removed.
   *[other] { $count } files removed.
}
export-done-same = { $count ->
    [one] { $count } file unchanged.
   *[other] { $count } files unchanged.
}
export-files = Files written
export-files-removed = Files removed
export-more = Export something else

## Export log

log-title = Export log
log-at = When
log-person = Who
log-folder = Where to
log-site = Site
log-pages = Pages
log-overridden = Overrides
log-held = Held back
log-empty = Nothing has been exported yet.
log-show-pages = Show details. Pages:
log-revision = r{ $number }
log-notice = A notice instead of the page
log-override = Override: { $reason }
log-found = Final check: { $findings }
log-more = Show older ones

## Import

import-title = Import texts and parcels
import-incoming = Incoming folder
import-incoming-hint = The .md, .txt and .html files and the .shpalta parcels in it join the list.
import-files = Files
import-files-none = No files yet. Choose them, or name the folder where they arrive.
import-files-all = { $count ->
    [one] All: { $count } file
   *[other] All: { $count } files
}
import-choose = Choose files…
import-language = Language of files that do not name it
import-language-none = Tell it from the text
import-do = { $count ->
    [0] Import
    [one] Import { $count } file
   *[other] Import { $count } files
}
import-done-title = Import
import-done = { $count ->
    [0] No file was taken in.
    [one] { $count } story taken in.
   *[other] { $count } stories taken in.
}
import-refused = { $count ->
    [one] { $count } file was refused. It was not changed.
   *[other] { $count } files were refused. They were not changed.
}
import-open = Open: { $headline }
import-notes = Worth a look
import-note-line = Line { $line }: { $note }
import-note-unknown-key = the key “{ $key }” is not one of the desk’s; it is kept
import-note-one-section = only the first category became the section; left out: { $left }
import-note-furniture = “{ $text }” belongs to the page, not to the text; left out
import-note-author-guessed = “{ $text }” was taken for the author: it stands alone at the end
import-note-attribution-guessed = “{ $text }” was taken for a quote’s attribution: it begins with a dash
import-note-language-guessed = the language was told by the letters: { $language }
import-note-year-guessed = no year is named; { $day } is the latest such day
import-note-hour-twice = { $local } comes twice when the clocks go back; the earlier was taken
import-note-views-rounded = “{ $text }” is a rounded number of views; left out
import-note-image-slot = the photo { $address } is not in the newsroom yet; its place is kept empty
import-about = { $what ->
    [date] Date
    [views] Views
    [embargo] Embargo
    [original] Original
    [authors] Authors
    [place] Place
    [source] Source
    [section] Section
    [tags] Tags
   *[author] Author
}
import-contradiction = { $about }: { $ours } stands, the file says { $theirs }
import-contradiction-in = { $about } ({ $language }): { $ours } stands, the file says { $theirs }
import-kept-aside = { $language ->
    [uk] Somebody saved another Ukrainian text meanwhile: the file’s text is r{ $revision } in the history.
    [en] Somebody saved another English text meanwhile: the file’s text is r{ $revision } in the history.
   *[ru] Somebody saved another Russian text meanwhile: the file’s text is r{ $revision } in the history.
}
import-again = Import more
import-pictures = Photos are added in an open text, or under Photos.

## Parcels

parcel = parcel
parcel-known = All of this parcel is here already.
parcel-brought = Taken in: revisions: { $revisions }, decisions: { $decisions }, photos: { $media }.
parcel-decided = What colleagues decided is told in the history; it approves nothing here.
parcel-apart = { $language }: written on here and there. The draft is what was written here, r{ $theirs } stands beside it. They can be merged in the text.
parcel-details = Otherwise in the parcel, yours stays: { $what }
parcel-people = Not known to this newsroom, and without rights here: { $names }
details-hand-over = Hand over to a colleague
send-open = Save as a parcel…
send-title = Hand the story over
send-what = A parcel is one file with all versions, revisions, decisions and photos of the story. Send it by messenger or on a stick.
send-warn = It holds every word that was ever written in this story, and the photos as they were taken in, with their coordinates. Give it only to those who may know.
send-folder = Folder for the parcel
send-do = Save the parcel
send-done = Saved: { $file } ({ $size })
send-missing = { $n ->
    [one] { $n } photo is not in the parcel: its file is lost.
   *[other] { $n } photos are not in the parcel: their files are lost.
}
apart-title = This version was written on here and by a colleague
apart-what = The draft is what was written here; the parcel’s text is r{ $theirs }.
apart-merge = Merge…
merge-title = Merge two texts · { $language }
merge-whole = What becomes the draft
merge-whole-together = Both texts together
merge-whole-ours = Only what was written here
merge-whole-theirs = Only the parcel’s text
merge-ours = Here
merge-theirs = From the parcel
merge-ours-out = Taken out here
merge-theirs-out = Taken out in the parcel
merge-conflict = Place { $n }: whose words stay
merge-nothing = without these words
merge-left = { $n ->
    [one] Choose the words in { $n } more place.
   *[other] Choose the words in { $n } more places.
}
merge-both-stay = Both texts stay in the history.
merge-do = Put into the draft
merge-done = Two texts merged

## Photos

photos-title = Photos
photos-add = Add photos…
photos-count = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
photos-uncredited = { $count ->
    [0] All have a credit
    [one] { $count } without a credit
   *[other] { $count } without a credit
}
photos-show = What to show
photos-show-all = All
photos-show-uncredited = Without a credit
photos-none = No photos yet. Add them here, or put them into a text.
photos-none-uncredited = Every photo has a credit.
photos-missing = Missing: { $languages }
photos-added-done = { $count ->
    [one] { $count } photo added
   *[other] { $count } photos added
}
photos-credit = Credit

## Errors: what happened and what is safe; apart, what to do

error-no-newsroom = There is no newsroom in { $path }.
error-no-newsroom-remedy = Choose another folder, or make a newsroom.
error-not-a-newsroom = { $path } is not a Shpalta newsroom. Nothing was changed.
error-not-a-newsroom-remedy = Choose the folder of a newsroom.
error-newer-newsroom = { $path } was written by a newer Shpalta (schema { $found }; this one knows { $known }). Nothing was changed.
error-newer-newsroom-remedy = Update Shpalta on this computer.
error-damaged = The newsroom’s database { $path } is damaged. The file was left as it is. Technical details: “{ $detail }”.
error-damaged-remedy = Do not touch it; restore the newest copy from the backups folder.
error-read-only = { $path } can be read but not written. What was saved before is safe.
error-read-only-remedy = Check the rights to the folder, or copy it to another place.
error-locked = Another program holds the newsroom { $path }. What was saved before is safe.
error-locked-remedy = Wait for it to finish, then try again.
error-disk-full = The disk that holds { $path } is full. What was saved before is safe.
error-disk-full-remedy = Free some space, then try again.
error-newsroom-exists = There is a newsroom in { $path } already. It was not changed.
error-newsroom-exists-remedy = Open it, or choose another folder.
error-folder-not-empty = There is something in { $path } already. Nothing was changed.
error-folder-not-empty-remedy = Choose a new or an empty folder.
error-files = { $path } could not be read or written. What was saved before is safe. Technical details: “{ $detail }”.
error-files-remedy = Check the path and the rights to it.
error-backup-damaged = { $newest ->
    [none] The backup { $path } is damaged. Nothing was restored from it. Technical details: “{ $detail }”.
   *[other] The backup { $path } is damaged. Nothing was restored from it. The newest good one is { $newest }. Technical details: “{ $detail }”.
}
error-backup-damaged-remedy = Restore the newsroom from another backup.
error-backup-unverified = The copy { $path } is not the same as the newsroom. It was thrown away; the newsroom itself is safe. Technical details: “{ $detail }”.
error-backup-unverified-remedy = Try again. If it happens again, check the disk and back up to another one.
error-backup-no-room = { $path } has no room for a backup: it takes { $needed } MB, { $free } MB are free. What was saved before is safe.
error-backup-no-room-remedy = Free some space, or back up to another disk.
error-backup-busy = Another backup is being written to { $path }.
error-backup-busy-remedy = Wait for it to finish.
error-second-place = The copy in { $path } was not made. The one in the newsroom’s folder is whole. Technical details: “{ $detail }”.
error-second-place-remedy = Look after the other disk.
error-database = The database answered with an error. What was saved before is safe. Technical details: “{ $detail }”.
error-database-remedy = Try again. If it happens again, check the newsroom with the command shpalta verify.
error-no-person = Nobody called { $person } is on the staff.
error-no-person-remedy = Choose a person from the staff list.
error-no-story = There is no story { $slug }.
error-no-story-remedy = Go back to the board.
error-story-exists = There is a story { $slug } already. It was not changed.
error-story-exists-remedy = Change the headline, or open that story.
error-no-text = { $language ->
    [uk] There is no Ukrainian text yet.
    [en] There is no English text yet.
    [ru] There is no Russian text yet.
   *[other] There is no text yet.
}
error-no-text-remedy = Write or import it first.
error-no-revision = This version has no revision { $number }.
error-no-revision-remedy = Choose a revision from the history.
error-text-erased = The text of revision { $number } was erased.
error-text-erased-remedy = Choose another revision from the history.
error-text-in-use = { $place ->
    [approved] The text of revision { $number } is approved, so it cannot be erased.
    [exported] The text of revision { $number } is exported, so it cannot be erased.
   *[other] The text of revision { $number } is being worked on, so it cannot be erased.
}
error-text-in-use-remedy = { $place ->
    [approved] Approve a text without those words first, or revoke the approval.
    [exported] Export a text without those words first, or withdraw the page.
   *[other] Save a text without those words first.
}
error-no-row = The translation has no paragraph { $row }.
error-no-row-remedy = Open the translation again.
error-no-block = The text has no paragraph { $block }.
error-no-block-remedy = Open the text again.
error-bad-value = { $key ->
    [date] “{ $value }” is not a date. Nothing was changed.
    [embargo] “{ $value }” is not a time for an embargo. Nothing was changed.
    [until] “{ $value }” is not a date. Nothing was changed.
    [struck] “{ $value }” is not a time. Nothing was changed.
    [views] “{ $value }” is not a number of views. Nothing was changed.
    [url] “{ $value }” is not the address of a site. Nothing was changed.
   *[other] “{ $value }” does not fit here. Nothing was changed.
}
error-bad-value-remedy = { $key ->
    [date] Write 2025-01-20 or 2025-01-20 11:56.
    [embargo] Write 2025-01-20 11:56.
    [until] Write it like this: 31.01.2027.
    [struck] Write date and time: 20.01.2025 and 11:56.
    [views] Write a whole number.
    [url] Write an address that starts with https://.
   *[other] Correct it and try again.
}
error-no-key = There is no field “{ $key }”. Nothing was changed.
error-no-key-remedy = Restart Shpalta and try again.
error-address-taken = The page address { $address } belongs to another story. Nothing was changed.
error-address-taken-remedy = Write another page address.
error-no-role = { $role ->
    [reporter] { $person } is no reporter in these languages. Nothing was changed.
    [translator] { $person } is no translator in these languages. Nothing was changed.
    [editor] { $person } is no editor in these languages. Nothing was changed.
   *[chief] { $person } is no editor-in-chief in these languages. Nothing was changed.
}
error-no-role-remedy = The table of people shows who has which role.
error-owner-stays = { $person } owns the newsroom: these rights cannot be taken away. Nothing was changed.
error-owner-stays-remedy = Only a role that somebody was given can be taken away.
error-no-name = This entry is not in the list any more. Nothing was changed.
error-no-name-remedy = Open the list again and choose an entry.
error-name-taken = { $name } is the name of another entry of this list. Nothing was changed.
error-name-taken-remedy = Add what tells the two apart: a full name, a region.
error-not-allowed = { $needed ->
    [chief] You lack the rights: this takes an editor-in-chief. Nothing was changed.
    [editor] You lack the rights: this takes an editor. Nothing was changed.
    [editor_uk] You lack the rights: this takes an editor for Ukrainian. Nothing was changed.
    [editor_en] You lack the rights: this takes an editor for English. Nothing was changed.
    [editor_ru] You lack the rights: this takes an editor for Russian. Nothing was changed.
    [role] You lack the rights: this takes a role on the staff. Nothing was changed.
    [role_uk] You lack the rights to the Ukrainian text. Nothing was changed.
    [role_en] You lack the rights to the English text. Nothing was changed.
    [role_ru] You lack the rights to the Russian text. Nothing was changed.
   *[other] You lack the rights. Nothing was changed.
}
error-not-allowed-remedy = Ask somebody who has them, or the editor-in-chief.
error-four-eyes = Four-eyes rule: whoever sent the text or last wrote in it does not approve it ({ $person }).
error-four-eyes-remedy = Ask another editor.
error-original-not-approved = The original is not approved yet. The translation is saved.
error-original-not-approved-remedy = Approve the original first.
error-behind = { $number ->
    [one] { $number } paragraph is behind the original.
   *[other] { $number } paragraphs are behind the original.
}
error-behind-remedy = Update the translation, or press Still right.
error-stop-findings = { $number ->
    [one] { $number } error holds the text back.
   *[other] { $number } errors hold the text back.
}
error-stop-findings-remedy = Correct what is marked, then try again.
error-already-approved = This text is approved already.
error-already-approved-remedy = There is nothing to do.
error-already-in-review = This text is in review already.
error-already-in-review-remedy = Wait for the decision.
error-not-in-review = This version is not in review.
error-not-in-review-remedy = Send the text for review first.
error-not-approved = This version has no approved revision.
error-not-approved-remedy = There is nothing to revoke.
error-is-original = This is the original, not a translation.
error-is-original-remedy = Choose the language of a translation.
error-nothing-to-confirm = Paragraph { $row } is up to date: there is nothing to confirm.
error-nothing-to-confirm-remedy = There is nothing to do.
error-old-facts-kept = The original changed, and the translation (paragraph { $row }) still says the old: { $facts }.
error-old-facts-kept-remedy = Correct the translation, or say why it is right.
error-not-inserted = { $obstacle ->
    [taken] Paragraph { $row } is translated already.
    [quote] Paragraph { $row } says who is quoted, and the quote itself is not translated yet. Your words are in the window.
    [table] Paragraph { $row } is part of a table and cannot be put in by itself. Your words are in the window.
   *[other] These words cannot stand as paragraph { $row }. They are in the window.
}
error-not-inserted-remedy = { $obstacle ->
    [taken] Open the translation again.
    [quote] Translate the quote first.
   *[other] Copy them, and write them into the text under Write.
}
error-not-changed = Paragraph { $block } has not changed.
error-not-changed-remedy = Choose a changed paragraph.
error-not-silent = Facts changed: { $facts }. Readers should know.
error-not-silent-remedy = Choose Update, Correction or Clarification.
error-note-needed = Such a change needs a note for readers.
error-note-needed-remedy = Write what was changed.
error-reason-needed = A reason is needed.
error-reason-needed-remedy = Write it in one sentence.
error-no-decision = This changes nothing: it is so already.
error-no-decision-remedy = There is nothing to do.
error-bad-media = This photo cannot be used: the file is too large, or it is no JPEG, PNG, WebP, GIF or HEIC.
error-bad-media-remedy = Save it as JPEG or PNG and add it again.
error-media-in-use = The photo cannot be erased: a page of { $slug } that is out shows it. Nothing was changed.
error-media-in-use-remedy = Export the story without the photo first, or withdraw the page.
error-file-in-the-way = { $path } is there already and is no Shpalta parcel. It was not changed.
error-file-in-the-way-remedy = Choose another name.
error-not-a-parcel = { $path } is not a Shpalta parcel. Nothing was changed.
error-not-a-parcel-remedy = Choose a .shpalta file.
error-newer-parcel = The parcel { $path } was made by a newer Shpalta. Nothing was changed.
error-newer-parcel-remedy = Update Shpalta on this computer.
error-parcel-truncated = The end of the parcel { $path } is missing. Nothing was changed.
error-parcel-truncated-remedy = Download it again.
error-parcel-altered = The parcel { $path } was changed after it was made. Nothing was changed in the newsroom.
error-parcel-altered-remedy = Have it sent again, and find out who had it in between.
error-parcel-too-large = The parcel { $path } holds something with more than { $limit } MB. Nothing was changed.
error-parcel-too-large-remedy = Have the story sent with smaller photos.
error-parcel-contradicts = { $what ->
    [known] The parcel { $path } says otherwise of a revision that is here. Nothing was changed.
    [chain] The decisions of the parcel { $path } contradict those in the log. Nothing was changed.
   *[other] The parts of the parcel { $path } do not fit together. Nothing was changed.
}
error-parcel-contradicts-remedy = { $what ->
    [chain] Have the story sent as Markdown files and import these.
   *[other] Ask how this parcel was made.
}
error-nothing-to-merge = Revision { $number } has nothing that the draft lacks.
error-nothing-to-merge-remedy = Choose another revision from the history.
error-merge-conflicts = { $number ->
    [one] The same words were changed here and there, in { $number } place. Nothing was merged.
   *[other] The same words were changed here and there, in { $number } places. Nothing was merged.
}
error-merge-conflicts-remedy = Choose one of the two in each place.
error-operation-reused = This was done before with another result. It was not done twice.
error-operation-reused-remedy = Press again.
error-text-changed = The text changed while it was on the screen. No decision was recorded; both texts are safe.
error-text-changed-remedy = Read the new text, then press again.
error-export-cancelled = The export was stopped. The site is as it was.
error-export-cancelled-remedy = Start it again when you need it.
error-nothing-open = No newsroom is open. Nothing was changed.
error-nothing-open-remedy = Open the folder of a newsroom, or make a new one.
error-no-backup = There is no good backup for { $path }. Nothing was changed.
error-no-backup-remedy = If there is one on another disk, restore it with the command shpalta restore.
error-folder-not-absolute = “{ $path }” is not a full path to a folder. Nothing was changed.
error-folder-not-absolute-remedy = Write the whole path, or press Choose.
error-folder-missing = That folder is not there now.
error-folder-missing-remedy = Check that its disk is connected, then try again.
error-folder-not-shown = The folder { $path } could not be shown. Technical details: “{ $detail }”.
error-folder-not-shown-remedy = Open it in your file manager.
error-bad-request = The window and the newsroom did not understand each other. Nothing was changed. Technical details: “{ $detail }”.
error-bad-request-remedy = Restart Shpalta and try again.
error-database-held = The database does not answer: another program may be holding it.
error-database-held-remedy = Close the program that works on the same newsroom, or wait.
error-no-answer = The disk does not answer. Whether the last words are saved is not known yet.
error-no-answer-remedy = Wait, or press Copy text.
error-unknown = Something unexpected happened. What was saved before is safe. Technical details: “{ $detail }”.
error-unknown-remedy = Try again. If that does not help, restart Shpalta.

import-place = { $line ->
    [none] { $file }
   *[other] { $file }, line { $line }
}
error-import-missing = { import-place }: there is no such file.
error-import-missing-remedy = Check the path and the file’s name.
error-import-unreadable = { import-place }: the file could not be read. Technical details: “{ $detail }”.
error-import-unreadable-remedy = Check the rights to the file and its folder.
error-import-not-a-file = { import-place }: this is not a file with text.
error-import-not-a-file-remedy = Choose a text file.
error-import-symlink-loop = { import-place }: its links lead in a circle.
error-import-symlink-loop-remedy = Choose the file itself, not a link to it.
error-import-outside = { import-place }: the file lies outside { $root }.
error-import-outside-remedy = Move the file into that folder.
error-import-too-large = { import-place }: the file is larger than { $limit } MB.
error-import-too-large-remedy = Split the file, or save the page without its pictures inside.
error-import-not-utf8 = { $guess ->
    [none] { import-place }: this is not UTF-8 text.
   *[other] { import-place }: this is not UTF-8 text; it looks like { $guess }.
}
error-import-not-utf8-remedy = Save the file again as UTF-8.
error-import-nul = { import-place }: the file holds a NUL byte, so it is not text.
error-import-nul-remedy = Save it again as plain text.
error-import-kind-unknown = { import-place }: files ending in “{ $extension }” cannot be imported.
error-import-kind-unknown-remedy = Save the text as .md, .txt or .html.
error-import-yaml = { import-place }: an error in the front matter. Technical details: “{ $detail }”.
error-import-yaml-remedy = Mend that line; text with a colon or a quotation mark goes in quotes.
error-import-yaml-twice = { import-place }: the field “{ $key }” is there twice.
error-import-yaml-twice-remedy = Keep one of the two.
error-import-yaml-type = { import-place }: the field “{ $key }” has a value of the wrong kind.
error-import-yaml-type-remedy = Correct the value in that line.
error-import-front-matter-open = { import-place }: the front matter is not closed.
error-import-front-matter-open-remedy = Put a line “---” between front matter and text.
error-import-toml = { import-place }: the front matter is TOML.
error-import-toml-remedy = Write it as YAML: “field: value” between two lines “---”.
error-import-language-unknown = { import-place }: there is no language “{ $said }” here.
error-import-language-unknown-remedy = Write uk, en or ru.
error-import-language-other = { import-place }: the file names another language than the one chosen.
error-import-language-other-remedy = Correct the language in the file or its name, or choose another.
error-import-language-unsaid = { import-place }: the language cannot be told from the letters.
error-import-language-unsaid-remedy = Choose the language.
error-import-edition-twice = { import-place }: the version in this language comes from { $other } already.
error-import-edition-twice-remedy = Import one file for each language.
error-import-headline-missing = { import-place }: there is no headline.
error-import-headline-missing-remedy = Add a line “title:”, or start the text with the headline.
error-import-page-too-deep = { import-place }: the page is too complex for a news story.
error-import-page-too-deep-remedy = Copy its text into a .txt file.

error-export-no-site-folder = The site’s folder is not chosen. Nothing was exported.
error-export-no-site-folder-remedy = Choose it in the settings.
error-export-no-folder = The folder { $path } is not there. Nothing was exported.
error-export-no-folder-remedy = Create the folder above it, or connect the disk.
error-export-in-newsroom = The folder { $path } is part of a newsroom. Nothing was exported.
error-export-in-newsroom-remedy = Choose a folder outside: what is exported is for all to read.
error-export-busy = Another export is writing to { $path }.
error-export-busy-remedy = Wait until it is done, then export again.
error-export-foreign-file = { $path } is in the way and does not belong to the site. The file was left as it is.
error-export-foreign-file-remedy = Move it away, or choose another folder.
error-export-leads-out = { $path } leads out of the site’s folder. Nothing was exported.
error-export-leads-out-remedy = Replace the link by a folder, or choose another folder.
error-export-bad-manifest = The file { $path } cannot be used. The site is as it was. Technical details: “{ $detail }”.
error-export-bad-manifest-remedy = Move the file away to export everything anew, or restore it from a backup.
error-export-bad-address = “{ $address }” cannot be a page’s address.
error-export-bad-address-remedy = Write an address of Latin letters, digits and hyphens.
error-export-address-taken = Two stories claim { $path }; the other is { $story }.
error-export-address-taken-remedy = Change one of the addresses; if that is done, export all stories at once.
error-export-disk-full = The disk that holds { $path } is full. The newsroom’s texts are safe.
error-export-disk-full-remedy = Free some space, then export again.
error-export-not-allowed = { $path } cannot be written to. The newsroom’s texts are safe.
error-export-not-allowed-remedy = Ask for the right to write there, or choose another folder.
error-export-not-read = { $path } could not be read. The newsroom’s texts are safe. Technical details: “{ $detail }”.
error-export-not-read-remedy = Check the disk, then export again.
error-export-not-written = { $path } could not be written. The newsroom’s texts are safe. Technical details: “{ $detail }”.
error-export-not-written-remedy = Check the disk, then export again: what was begun will be finished.
error-export-theme = The theme’s file { $place } cannot be used. The site is as it was. Technical details: “{ $detail }”.
error-export-theme-remedy = Mend that file in the newsroom’s folder theme, or move it away to have the built-in one.
error-export-not-one-edition = { $path } holds one edition only.
error-export-not-one-edition-remedy = Choose one story and one language. A file that ends in .zip holds the whole site.
error-export-template = A page could not be made. The site is as it was. Technical details: “{ $detail }”.
error-export-template-remedy = Report this: the templates are part of the program.
error-server-bad-address = “{ $server }” is not a server’s address.
error-server-bad-address-remedy = Write sftp://user@host/folder or s3://key@bucket/folder?endpoint=https://host.
error-server-unreachable = The server { $server } cannot be reached. The newsroom’s texts are safe. Technical details: “{ $detail }”.
error-server-unreachable-remedy = Check the connection, then export again: it goes on from where it stopped.
error-server-refused = The server { $server } does not let us in: neither key nor password fits.
error-server-refused-remedy = Check the password in the site’s settings, or add a key to the SSH agent.
error-server-no-secret = There is no password for the server { $server }.
error-server-no-secret-remedy = Enter it in the site’s settings.
error-server-unknown = The server { $server } is not known yet. It shows the key { $fingerprint }. Nothing was exported.
error-server-unknown-remedy = Compare the key with the one your hosting tells. If it is the same, a chief confirms that the server is trusted.
error-server-changed = The server { $server } shows another key than before: { $fingerprint }. Nothing was exported.
error-server-changed-remedy = Ask your hosting whether the key was changed. If not, somebody else is answering; if so, write the new key into the address.
error-server-no-folder = There is no such folder or bucket on the server { $server }.
error-server-no-folder-remedy = Make it there, or correct the address in the site’s settings.
error-server-forbids = The server { $server } does not let us write { $path }.
error-server-forbids-remedy = Ask your hosting for the right to write, then export again: it goes on from where it stopped.
error-server-no-keyring = The system’s keyring does not answer. Technical details: “{ $detail }”.
error-server-no-keyring-remedy = Unlock it and try again.
error-no-server = The site has no server.
error-no-server-remedy = Enter its address in the site’s settings.

## Menu, system windows, notifications

menu-story = Story
menu-edit = Edit
menu-view = View
menu-help = Help
menu-close = Close window
menu-not-here = There is nothing to do that with here.
dialog-folder-newsroom = Newsroom folder
dialog-folder-site = Site folder
dialog-folder-copy = Folder for a copy
dialog-folder-incoming = Folder where texts arrive
dialog-folder-backups = A second place for backups
dialog-folder-parcel = Where to save the parcel
dialog-folder-texts = Where to save the texts
dialog-texts = Texts and parcels to import
dialog-image = Photo
dialog-filter-texts = Texts and parcels
dialog-filter-images = Images
notice-approve = { $n ->
    [one] { $n } text is waiting for your approval
   *[other] { $n } texts are waiting for your approval
}
notice-translate = { $n ->
    [one] { $n } text is waiting for translation
   *[other] { $n } texts are waiting for translation
}
