# What the reader says in English. Keys, reasons, sources and the help of settings stand in the code.


# The page in a browser
browser-ended = The reader has ended.
browser-again = Open again

# Settings, colours, commands
settings-title = Settings
settings-kept = Kept.
settings-kept-later = Kept; it holds when sanyu starts the next time.
settings-unkept = It holds for now only: { $error }
theme-title = Colours
theme-foot = Enter keeps · Esc leaves it as it was
palette-find = What do you want to do?
setting-engine = Engine
setting-targets = Translate into
setting-en-names = Vietnamese names
setting-theme = Colours
setting-language = Language
setting-script = Chinese script
setting-columns = Columns
setting-reading = Reading
setting-prefer-transfer-when-flagged = Transfer where flagged
setting-cache-limit-mb = Cache limit (MB)
setting-jobs = Articles at once
setting-endpoint-base-url = Server: address
setting-endpoint-model = Server: model
setting-endpoint-key-env = Server: key variable
setting-endpoint-concurrency = Server: requests at once
setting-endpoint-timeout = Server: patience (s)
setting-endpoint-retries = Server: retries
wrong-whole = Write a whole number from { $least } to { $most }.
wrong-number = Write a number from { $least } to { $most }.
wrong-endpoint-base-url = Write an address that begins with http:// or https://, as http://localhost:11434/v1.
wrong-endpoint-model = Write the name of a model, up to 200 characters.
wrong-endpoint-key-env = Write the name of an environment variable, in capitals; not the key itself.
value-auto = automatic
value-as-is = as it came
value-simplified = Simplified
value-traditional = Traditional
value-none = none
value-pinyin = pinyin
value-hanviet = Hán-Việt
value-zh = 中文
value-en = English
value-vi = Tiếng Việt
value-diacritics = with diacritics
value-ascii = plain letters
value-yes = yes
value-no = no
value-transfer = transfer (built in)
value-argos = argos (neural models)
value-openai = openai (a server)

# Moving about in an article
no-further-flag = No further flag
no-further-term = No further term
no-further-word = No further word
no-word-here = There is no word here
no-chinese-for-this = No Chinese word is known to stand for this
enter-lists-places = Enter lists where a term occurs: n steps to the next one
row-copied = Row { $row } copied
cell-copied = { $language } of row { $row } copied
nothing-selected = Nothing is selected: drag with the mouse, or y copies the row; ctrl+q quits
characters-copied = { $number ->
    [one] 1 character copied
   *[other] { $number } characters copied
}
characters-selected = { $number ->
    [one] 1 character selected: y copies it
   *[other] { $number } characters selected: y copies them
}
column-now = Column: { $language }
one-column-stays = One language has to stay
column-last = { $language } is the last column
column-first = { $language } is the first column
columns-stacked = The columns are not side by side
column-narrowest = The column cannot be narrower
script-now = Chinese: { $script }
reading-now = Reading: { $reading }
reading-of-row = Reading of row { $row }: { $reading }
reading-too-long = Row { $row } is too long for { $reading }
readings-below = Readings below the Chinese
readings-above = Readings above the Chinese
search-hint = search in all three languages
search-from-top = Searching on from the top
search-from-end = Searching on from the end
not-found = Not found: { $text }
translation-stopped-by = Translation stopped:
place-unsaved = The place could not be saved:
details-in = details in { $path }
row-of = row { $place }
share-translated = { $share } % translated
share-translated-stopped = { $share } % translated, stopped
related-segments = { $number ->
    [one] 1 segment
   *[other] { $number } segments
}

# Cards
kind-person = person
kind-title = title
kind-organisation = organisation
kind-place = place
kind-event = event
kind-term = term
kind-number = number
kind-date = date
card-also = also { $language }
card-note = note
card-part = part
card-here = here
card-times = { $number ->
    [one] once in this article
   *[other] { $number } times in this article
}
card-enter = Enter: all of them
card-unknown = not in the dictionary
card-unreadable = The lexicon cannot be read: { $error }
pos-n = noun
pos-v = verb
pos-a = adj.
pos-b = attrib.
pos-d = adv.
pos-t = time
pos-s = place
pos-m = no.
pos-q = classif.
pos-i = phrase
pos-y = particle
pos-u = particle
pos-e = interj.
pos-h = prefix
pos-k = suffix
pos-p = prep.
pos-c = conj.
pos-r = pronoun
pos-f = localiser

# Work on cells
row-name = Row { $row }
which-language = { $what }: which language?
not-translated-yet = This is not translated yet
what-edit = Edit
what-redraft = Translate anew
what-revert = Back to the draft
what-history = History
undo-edit = edit of { $cell }
undo-choice = choice of { $cell }
undo-review = review of { $cell }
undo-way-back = way back of { $cell }
the-engines-draft = the engine’s draft
saved-over = Saved over what somebody else saved meanwhile: “{ $text }”; v has both
saved = Saved
saved-alike = It said so already
changed-elsewhere = { $number ->
    [one] Row { $row } was changed in another reader
   *[other] { $number } rows were changed in another reader
}
glossary-changed-elsewhere = { $number ->
    [one] Your glossary was changed elsewhere: 1 row is new
   *[other] Your glossary was changed elsewhere: { $number } rows are new
}
twins-exact = { $number ->
    [one] 1 more row has the same sentence: change it too?
   *[other] { $number } more rows have the same sentence: change them too?
}
twins-alike = { $number ->
    [one] 1 more row has the same sentence but for names and figures: change it too?
   *[other] { $number } more rows have the same sentence but for names and figures: change them too?
}
twins-changed = { $number } more changed
twins-left = The others stay as they are
translate-with = { $cell }: translate with
engine-translating = { $engine } is translating row { $row } …
engine-says-same = { $engine } says the same
stays-as-it-was = It stays as it was
state-draft = draft
state-edited = edited
state-reviewed = reviewed
is-draft-already = This is the engine's draft already
draft-is-back = The engine's draft is back; v has what stood there
nobody-changed = Nobody has changed this: it is the engine's draft
history-of = History · { $cell }
version-is-back = This version is back
version-stands = This is how it stands
nothing-to-take-back = Nothing to take back
taken-back = Taken back: { $what }
all-translated = All is translated
translation-goes-on = The translation goes on
translation-halted = The translation is stopped; s goes on
editor-foot = Enter saves · Esc closes · ctrl+z takes typing back
editor-memory = From your memory · F2 takes the next one, as it is shown
editor-by-hand = to be put in by hand: { $terms }
editor-empty = An empty text is not saved; Esc closes, and u in the article brings the draft back.
still-here = { $error } What you typed is still here.
typed-unsaved = What you typed is not saved.
throw-away = throws it away
go-on-typing = goes on typing
no-suggestions = No suggestions: { $error }
answer-yes = yes
answer-no = no
menu-foot = Enter chooses · Esc closes
comparison-foot = 1 or Esc keeps what stands there · 2 or Enter takes the other one
history-foot = Enter brings a version back · Esc closes
who-you = you
action-edit = edited
action-review = reviewed
action-unreview = no longer reviewed
action-revert = put back
action-import = imported
draft-put-back = draft put back
before-that = before that

# Bookmarks and notes
bookmark-set = Row { $row }: bookmark set
bookmark-gone = Row { $row }: bookmark taken away
note-on = Note on row { $row }
note-foot = ctrl+s saves, an empty note is taken away · Esc closes
no-bookmarks = No bookmarks yet: b sets one
no-marks = No bookmarks and notes yet: b sets a bookmark, N writes a note
marks-title = Bookmarks and notes
marks-foot = Enter goes there · Esc closes

# Glossary and export
term-title = An entry for your glossary
term-foot = Enter saves · F2 next candidate · Tab next field · several renderings: a | b · Esc closes
term-type = type
term-note = note
no-candidates = No candidates: { $error }
not-saved = Not saved: { $error }
term-same = { $term } is in your glossary as it is
outcome-added = added
outcome-changed = changed
term-renewing = { $number ->
    [one] { $term }: { $outcome }; 1 row …
   *[other] { $term }: { $outcome }; { $number } rows …
}
term-renewed = { $number ->
    [one] { $term }: { $outcome }; 1 row made new. ctrl+z takes it back
   *[other] { $term }: { $outcome }; { $number } rows made new. ctrl+z takes it back
}
export-title = Write the article into a file
export-foot = ←/→ format · Tab path · Enter writes · Esc closes
export-format = format
export-file = file
export-missing = { $number ->
    [one] 1 row is not translated yet; it will stay empty.
   *[other] { $number } rows are not translated yet; they will stay empty.
}
export-written = Written: { $files }
export-where = Say where: a path with a file name.
export-folder = { $path } is a folder; add the name of a file.
export-exists = { $path } exists already; Enter again overwrites it.

# The library
library-filter = part of a title, in any language
library-empty =
    No articles yet.

    Press a to add a file or a folder,
    or paste a Chinese text here.

    In a shell: sanyu library add FILE
    or sanyu read FILE
library-unreadable = The library cannot be read: { $error }
articles-of = { $number ->
    [one] { $found } of { $number } article
   *[other] { $found } of { $number } articles
}
articles = { $number ->
    [one] { $number } article
   *[other] { $number } articles
}
adding = Adding { $number } … (Escape stops)
adding-stopped = Stopped.
articles-added = { $number ->
    [one] { $number } article added.
   *[other] { $number } articles added.
}
articles-refused = And { $number } more could not be added.
article-removed = { $title } is out of the library; u puts it back.
paste-unknown = What was pasted is neither a Chinese text nor the path of a file.
nothing-read-yet = Nothing has been read yet; Enter opens an article.
nothing-to-put-back = There is nothing to put back.
article-is-back = It is in the library again.
added-on = added { $date }
share-read = { $share } % read
rows = { $number ->
    [one] 1 row
   *[other] { $number } rows
}
order-opened = opened
order-added = added
order-date = date
order-title = title
order-progress = progress
add-title = Add to the library
add-hint = The path of a file or folder; or paste the Chinese text itself.
add-example = ~/news or article.txt
add-missing = { $path }: there is no such file or folder; check the path.
remove-title = Remove from the library?
remove-hint = Your edits, bookmarks and the place where you stopped are kept.
remove-keep = Keep (n)
remove-remove = Remove (y)

# Search in all articles
found-title = Search all articles
found-hint = words in Chinese, English or Vietnamese; “in quotation marks” side by side
indexing = indexing { $done }/{ $total }
index-incomplete = Not all is indexed: { $error }
library-unsearchable = The library cannot be searched: { $error }
nothing-found = Nothing found for { $text }. Fewer words find more.
best-found = the best { $number }
number-found = { $number } found

# Errors of the system. The English of others stands in the code.
error-system-missing = there is no such file or folder; check the path.
error-system-forbidden = this cannot be opened or written; check its permissions.
error-system-full = the disk is full; free some space.
error-system-locked = another program is using the file; try again when that has finished.
error-system-folder = this is a folder; add the name of a file.
error-system-no-folder = a file stands where a folder is needed; choose another place.
