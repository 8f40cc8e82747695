"""What stands in 《》: treaties, laws and registers have names; other works are quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.row import Target
from translate.transfer.draft import Piece, upper_first
from translate.transfer.headlines import in_title_case

# 《劳动法》 is the Labour Law; 《书法》 and 《看法》 are no laws.
INSTRUMENT = re.compile(
    r"(?:宪法|法典|(?<![书方看想做说手办语文魔兵])法|宪章|公约|条约|协定|协议|宣言|议定书|条例|法令|名录|名册|公报|联合声明|行为准则"
    r"|盟约|国歌|决议|规约)(?:[（(][^（）()]*[）)])?"
)
# What a Vietnamese name of an instrument begins with; the next word takes a capital: Luật Lao động.
KINDS = re.compile(
    r"(bộ luật|luật|công ước|hiệp ước|hiệp định|nghị định thư|tuyên bố|tuyên ngôn|pháp lệnh|nghị quyết) ",
    re.IGNORECASE,
)
# What stands in brackets behind the name of a law.
VERSIONS = {
    "修正案": {Target.EN: "Amended", Target.VI: "sửa đổi"},
    "修订案": {Target.EN: "Revised", Target.VI: "sửa đổi"},
    "修正": {Target.EN: "Amended", Target.VI: "sửa đổi"},
    "修订": {Target.EN: "Revised", Target.VI: "sửa đổi"},
    "草案": {Target.EN: "Draft", Target.VI: "dự thảo"},
}


def is_instrument(title: str) -> bool:
    """Whether what stands in 《》 is a law, a treaty or a register rather than a work."""
    ending = INSTRUMENT.search(title)
    while ending and ending.end() != len(title):
        ending = INSTRUMENT.search(title, ending.end())
    return ending is not None


def named(inner: Sequence[Piece], span: tuple[int, int], target: Target) -> list[Piece]:
    """The name of an instrument from the pieces of its title: the Labour Law, Luật Lao động.

    ``span`` is where the title stands in the segment, with its brackets.
    """
    pieces = list(inner)
    if target is Target.EN:
        if pieces and pieces[0].text.lower() in ("the", "a", "an"):
            pieces = pieces[1:]
        if pieces and pieces[0].text.lower().startswith("the "):
            pieces = [replace(pieces[0], text=pieces[0].text[4:]), *pieces[1:]]
        if len(pieces) > 2 and pieces[1].text == "'s":
            # The Bangkok Declaration.
            pieces = [pieces[0], *pieces[2:]]
        return [Piece("the", span[0], span[0] + 1), *in_title_case(pieces)]
    if len(pieces) > 1 and KINDS.fullmatch(f"{pieces[0].text} "):
        pieces[1] = replace(pieces[1], text=upper_first(pieces[1].text))
    return [vietnamese_name(pieces[0]), *pieces[1:]] if pieces else []


def vietnamese_name(piece: Piece) -> Piece:
    """The first piece of a Vietnamese name with its capitals: Luật Lao động."""
    kind = KINDS.match(piece.text)
    rest = upper_first(piece.text[kind.end() :]) if kind else ""
    return replace(piece, text=upper_first(kind[0] + rest if kind else piece.text))
