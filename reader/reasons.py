"""The reasons to look twice at a translation, in words."""

REASONS = {
    "empty": "there is no translation",
    "han": "some Chinese was left untranslated",
    "number": "a number may be missing or wrong",
    "name": "a name was rendered by rule, not from the glossary",
    "term": "a name or term may be missing",
    "order": "two names or figures may have changed places",
    "negation": "a “not” of the source may be missing",
    "omission": "a name is missing, so part of the sentence may be",
    "length": "much shorter or longer than one would expect",
    "repetition": "words are repeated",
    "marks": "quotation marks or brackets of the source are missing",
    "language": "some words may be in another language",
    "coverage": "many of its words are in no dictionary",
    "fallback": "the engine failed here and another one stepped in",
    "rescue": "the first engine’s draft had faults, so another one’s stands here",
    "title": "a person’s title may be missing",
    "retried": "the first attempt repeated itself or broke off, and was made again",
    "hypothesis": "not the likeliest draft, but one that has the names and terms",
    "replaced": "a name or term was put in the place of what the engine wrote",
    "redecoded": "drafted again with names or terms forced in",
}
"""What a flag means; of one that is not among them its name is shown."""
