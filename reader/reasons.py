"""The reasons to look twice at a translation, in words."""

REASONS = {
    "empty": "there is no translation",
    "han": "some Chinese was left untranslated",
    "number": "a number of the source may be missing",
    "name": "a name was rendered by rule, not from the glossary",
    "term": "a person’s name may be missing",
    "length": "much shorter or longer than one would expect",
    "repetition": "words are repeated",
    "fallback": "the engine failed here and another one stepped in",
    "rescue": "the first engine’s draft had faults, so another one’s stands here",
    "title": "a person’s title may be missing",
    "retried": "the first attempt repeated itself or broke off, and was made again",
    "hypothesis": "not the likeliest draft, but one that has the names and terms",
    "replaced": "a name or term was put in the place of what the engine wrote",
    "redecoded": "drafted again with names or terms forced in",
}
"""What a flag means; of one that is not among them its name is shown."""
