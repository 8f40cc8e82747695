"""The grammar: a table of synchronous rules that parse Chinese and order English and Vietnamese.

A line reads ``name: LHS <- A B …  cost | English | Vietnamese``. A number stands for the child at
that place, any other word for itself. ``2*`` is the head, which takes over the form that the whole
is asked for (plural, finite, infinitive …); ``2:ing`` asks for a form. A lower cost is preferred.

Terminals: n noun, no body, ns place, nr person, ti title, m number, mo ordinal, ml label (No. 57), am
amount, t time, a adjective, b attributive, d adverb, asp aspect adverb, neg negation, r determiner, rn
pronoun, q classifier, f localiser, p preposition, cj conjunction, vi/vt/vc/vv/vg/vo/vm verb that
takes nothing / an object / a clause / a verb / a gerund / object and verb / a bare verb, i phrase,
Q quotation, par brackets, x anything else; and single words by their own name (的 了 …).

Words of one construction have a terminal beside their usual one (``symbols.SENSED``): nz what somebody has
in or towards something (地位 作用), gx what is between two (关系), vw having, vd giving, vl being there, vmk
marking, vp promoting, gt going, vz lying or coming from, vq becoming so, vgi growing into, vcl celebrating,
vdl helping to, vst standing there, bth being thought, nce what is held (仪式), nq a question, hz what becomes
(多边化), np people, nvh a deed before a compound's head (培训中心), nct content (重要性), nsum what is spent,
nzui a crime, aq a quality said of a noun, fs the early days, nem an emperor, nco colour, nin an institution,
nrk what is ranked by size, nb a site with a name, ay a length of time, rk ranking, ao in order to, ac
measurable, ab about, bo outside, sp the last or next (years); so have amounts: bei so many times, mt the nth
time, mv more than so many. PB, HS, RS, BC, SA are phrases that open a sentence: besides, in history, the
reason why, because, a subject with its time.
"""

from __future__ import annotations

from translate.transfer.clause_rules import CLAUSES
from translate.transfer.noun_rules import NOUNS
from translate.transfer.preposition_rules import PREPOSITIONS
from translate.transfer.verb_rules import VERBS

RULES = NOUNS + PREPOSITIONS + VERBS + CLAUSES
