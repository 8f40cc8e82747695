"""Whether a draft has lost a "not": the shortest word of a sentence, and the one that turns it round."""

from __future__ import annotations

import re

from translate.row import Target

# Only what plainly denies. 不 alone is part of too many words: 不断 is "constantly", 不少 "quite a few".
DENIED = (
    "是 会 能 可能 应 应该 应当 得 准 许 允许 再 要 愿 愿意 打算 存在 属于 支持 同意 承认 接受 赞成"
    " 参加 参与 知道 涉及 追究 妥协 放弃 改变 影响 针对 构成 使用 干涉 容忍 承担 具备 符合 认为 相信"
    " 排除"
)
DENIALS = (
    "没有 没能 并没 并不 并非 并无 从未 从来没 从不 尚未 尚无 仍未 还未 未能 未曾 未经 决不 绝不 毫不"
    " 毫无 无法 无权 无意 不曾 不予 既不 也不 都不 拒绝 否认 禁止 严禁"
)
# What only looks like a denial: double ones, questions, "not only", and set phrases.
HARMLESS_ONES = (
    "不得不 不能不 不会不 不可不 不是不 没有不 不再只 并不只 不能只 不要紧 不得已 是不是 会不会 能不能"
    " 要不要 有没有 可不可以 不要说 要不是 如果不是 若不是 不是吗 不会少 不能少 没有什么比 没有比"
    " 没有哪 几乎没有 不一样 不难 从未来 无意识"
)
NOT = re.compile(
    rf"(?<![要是可好差])不(?:{'|'.join(DENIED.split())})|(?<!从)(?:{'|'.join(DENIALS.split())})|并未"
)
HARMLESS = re.compile("|".join(HARMLESS_ONES.split()))
# The Traditional characters of all these.
SIMPLER = str.maketrans(
    "會應該當許願屬於參與贊認為變響針對構幹擔備並無從來決絕權嚴還沒緊說難樣識拒",
    "会应该当许愿属于参与赞认为变响针对构干担备并无从来决绝权严还没紧说难样识拒",
)
ENGLISH_WORDS = (
    r"not never neither nor none nobody nothing nowhere cannot without devoid trouble hardly barely"
    r" scarcely rarely seldom unless fail\w* refus\w* reject\w* deny denie[ds] denying denial lack\w*"
    r" absen\w+ prohibit\w* ban bans banned banning forb[ai]d\w* stop\w* avoid\w* prevent\w* declin\w*"
    r" ceas\w* oppos\w* avert\w* halt\w* abstain\w* rather\sthan instead\sof yet\sto far\sfrom"
    r" free\s(?:of|from) rul(?:e|es|ed|ing)\sout no(?!\.\s?\d) illeg\w+ illic\w+ irre\w+ non-\w+ \w+less"
    r" \w+lessly im(?:poss|prop|mov|perf|pract)\w+ un(?!der|til|i[ftoqv])[a-z]{3,}"
    r" dis(?:agree|approv|allow|regard|continu|satisf|respect|obey|miss)\w*"
    r" in(?:ab|ac|adeq|cap|compl|cons|corr|dep|eff|suff|tol|vis|val)[a-z]{3,}"
)
VIETNAMESE_WORDS = (
    r"không chưa chẳng đừng chớ chả vô bất(?!\sđộng\ssản) (?<!châu\s)(?<!nam\s)(?<!bắc\s)phi thiếu cấm"
    r" từ\schối khước\stừ phủ\snhận bác\sbỏ phản\sđối ngừng ngưng dừng tránh thay\svì hơn\slà trừ miễn"
    r" khỏi hiếm khó đâu"
)
ENGLISH = re.compile(rf"\b(?:{'|'.join(ENGLISH_WORDS.split())})\b|n['’]t\b", re.IGNORECASE)
VIETNAMESE = re.compile(rf"\b(?:{'|'.join(VIETNAMESE_WORDS.split())})\b", re.IGNORECASE)


def lacks_denial(text: str, draft: str, target: Target) -> bool:
    """Whether a segment plainly denies something and nothing in the draft does."""
    if not NOT.search(HARMLESS.sub("", text.translate(SIMPLER))):
        return False
    return not (ENGLISH if target is Target.EN else VIETNAMESE).search(draft)
