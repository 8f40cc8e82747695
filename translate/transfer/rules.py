"""The grammar: a table of synchronous rules that parse Chinese and order English and Vietnamese.

A line reads ``name: LHS <- A B …  cost | English | Vietnamese``. A number stands for the child at
that place, any other word for itself. ``2*`` is the head, which takes over the form that the whole
is asked for (plural, finite, infinitive …); ``2:ing`` asks for a form. A lower cost is preferred.

Terminals: n noun, no body, ns place, nr person, ti title, m number, mo ordinal, ml label (No. 57), am
amount, t time, a adjective, b attributive, d adverb, asp aspect adverb, neg negation, r determiner, rn
pronoun, q classifier, f localiser, p preposition, cj conjunction, vi/vt/vc/vv/vg/vo/vm verb that
takes nothing / an object / a clause / a verb / a gerund / object and verb / a bare verb, i phrase,
Q quotation, par brackets, x anything else; and single words by their own name (的 了 …).
"""

from __future__ import annotations

RULES = """
# noun groups
noun: N <- n 0 | 1* | 1*
body-noun: N <- no 0.1 | 1* | 1*
quoted-noun: N <- Q 0.6 | 1 | 1
deverbal-group: NP <- ng 0.4 | 1* | 1*
compound-deverbal: N <- N ng 0.5 | 1:mod 2* | 2* 1:mod
adjective-deverbal: N <- a ng 0.4 | 1:attr 2* | 2* 1:attr
compound: N <- N N 0.5 | 1:mod 2* | 2* 1:mod
verb-head: N <- vt nh -0.15 | 1:ing 2* | 2* 1
compound-head: N <- N nh 0.15 | 1:mod 2* | 2* 1:mod
compound-pair: N <- n cj n N 0.7 | 1:mod 2 3:mod 4* | 4* 1:mod 2 3:mod
place-noun: N <- ns N 0.35 | 1:poss 2* | 2* 1
attributive-noun: N <- b N 0.1 | 1 2* | 2* 1
adjective-noun: N <- a N 0.4 | 1:attr 2* | 2* 1:attr
adjective-row-noun: N <- a 、 a N 0.25 | 1 , 3 4* | 4* 1 , 3
adjective-pair-noun: N <- a cj a N 0.3 | 1 2 3 4* | 4* 1 2 3
adjective-and-kind-noun: N <- a 、 b N 0.25 | 1 , 3 4* | 4* 1 , 3
kind-and-adjective-noun: N <- b 、 a N 0.25 | 1 , 3 4* | 4* 1 , 3
attributive-pair: b <- b cj b 0.35 | 1 2 3 | 1 2 3
attributive-row: b <- b 、 b 0.5 | 1 , 3 | 1 , 3
kind-and-noun: N <- b cj N 0.5 | 1 2 3* | 3* 2 1
noun-brackets: N <- N par 0.1 | 1* 2 | 1* 2
number-label: N <- m 号 N -0.2 | 3* No. 1 | 3* số 1
label-noun: N <- ml N 0.1 | 2* 1 | 2* 1
noun-label: N <- N ml 0.3 | 1* 2 | 1* 2
plural-noun: N <- N 们 0.0 | 1* | 1*
place-place: ns <- ns ns 0.2 | 2 , 1 | 2 , 1
noun-place: ns <- N ns 0.5 | 1:def 2 | 1:mod 2
this-place: ns <- 该 nl -0.35 | the 2* | 2* này
place-row: ns <- ns 、 ns 0.3 | 1 , 3 | 1 , 3
place-pair: ns <- ns cj ns 0.3 | 1 2 3 | 1 2 3
place-brackets: ns <- ns par 0.1 | 1 2 | 1 2
group: NP <- N 0.1 | 1* | 1*
route: N <- ns 到 ns N -0.2 | 4* from 1 to 3 | 4* từ 1 đến 3
among-count: NP <- 其中 QP 0.2 | 2 of which | 2 trong đó
among-nouns: CL <- 其中 NP 0.2 | of which 2 | trong đó có 2
place: NP <- ns 0.0 | 1 | 1
pronoun: NP <- rn 0.0 | 1 | 1
amount: NP <- am 0.1 | 1 | 1
count-alone: NP <- m 1.2 | 1 | 1
person: NP <- PN 0.0 | 1 | 1
title-alone: NP <- TI 0.3 | 1* | 1*
quotation: NP <- Q 0.3 | 1 | 1
time-noun: NP <- t 1.0 | 1 | 1
title: TI <- ti 0.0 | 1* | 1*
titles: TI <- TI 、 TI 0.05 | 1 and 3 | 1 , 3
title-pair: TI <- TI cj TI 0.3 | 1 2 3 | 1 2 3
posted: TI <- ns 驻 ns TI -0.6 | 1:poss 4* to 3 | 4* 1 tại 3
title-noun: N <- TI N 0.8 | 2* of 1:pl | 2* 1
noun-title: TI <- N TI 0.45 | 2* of 1:def | 2* 1
person-name: PN <- nr 0.0 | 1 | 1
title-person: PN <- TI PN 0.02 | 1:bare 2 | 1 2
noun-person: PN <- N PN 0.7 | 1:bare 2 | 1 2
person-title: PN <- PN TI 0.05 | 2:bare 1 | 2 1
person-brackets: PN <- PN par 0.05 | 1 2 | 1 2
person-and: PN <- PN cj PN 0.2 | 1 2 3 | 1 2 3
person-row: PN <- PN 、 PN 0.2 | 1 , 3 | 1 , 3
amount-of: NP <- am NP 0.4 | 1 of 2:bare | 1 2
amount-of-de: NP <- am 的 NP 0.0 | 1 of 3:pl | 1 3
determined-de: NP <- r 的 NP 0.3 | 1 3* | 1 3*
counted-de: NP <- QP 的 NP 0.3 | 3* of 1 | 3* 1
count-group: NP <- QP 1.0 | 1 | 1
people: NP <- m 人 0.05 | 1 people | 1 người
prison-term: NP <- 有期徒刑 am -0.3 | 2 in prison | 2 tù giam
time-around: t <- t 左右 0.0 | around 1 | khoảng 1
time-before-after: t <- t 前后 0.0 | around 1 | khoảng 1
quantity-around: QP <- QP 左右 0.0 | about 1 | khoảng 1
amount-share: am <- NP 的 am -0.1 | 3 of 1 | 3 1
mark: am <- am 大关 0.0 | the 1 mark | mốc 1
determined: NP <- r NP 0.1 | 1 2* | 1 2*
noun-determined: NP <- N r NP 0.5 | 2 3* of 1:def | 2 3* 1
counted: NP <- QP NP 0.15 | 1 2* | 1 2*
determined-count: NP <- r QP NP 0.1 | 1 2 3* | 1 2 3*
ordinal-group: NP <- mo NP 0.6 | 1 2* | 2* 1
ordinal-noun: N <- mo N 0.15 | 1 2* | 2* 1
ordinal-largest: N <- mo 大 N -0.2 | 1 largest 3* | 3* lớn 1
anniversary: NP <- NP 周年 0.0 | 2 of 1 | 2 1
after-ordinal: NP <- NP mo 0.9 | 2 in 1 | 2 1
after-count: NP <- NP QP 0.75 | 2 1* | 2 1*
quantity: QP <- m q 0.0 | 1 2 | 1 2
quantity-bare: QP <- m 0.3 | 1 | 1
determiner-classifier: r <- r q 0.05 | 1 | 1
ordinal-classifier: mo <- mo q 0.0 | 1 | 1
adjective: AP <- a 0.0 | 1* | 1*
attributive: AP <- b 1.0 | 1* | 1*
adverb-adjective: AP <- d AP 0.05 | 1 2* | 1 2*
negative-adjective: AP <- neg AP 0.1 | not 2* | 1 2*
adjectives: AP <- AP cj AP 0.2 | 1* 2 3* | 1* 2 3*
adjective-le: AP <- AP 了 0.0 | 1* | 1*
much-more: AP <- AP 得 多 0.0 | much 1* | 1* nhiều
more-than-time: AP <- 比 t AP 0.0 | 3:comp than 2 | 3:comp 2
more-than: AP <- 比 NP AP 0.0 | 3:comp than 2 | 3:comp 2
the-more: AP <- 越 AP 越 AP -0.2 | the 2:comp the 4:comp | càng 2 càng 4
adjective-row: AP <- AP 、 AP 0.2 | 1* , 3* | 1* , 3*
titled: NP <- 题为 Q 的 NP -0.8 | 4* titled 2 | 4* có tựa đề 2
described-kind: NP <- b 的 NP 0.2 | 1 3* | 3* 1
described: NP <- AP 的 NP 0.2 | 1:attr 3* | 3* 1:attr
possessed: NP <- NP 的 NP 0.5 | 3* of 1 | 3* của 1
timed-of: NP <- t 的 NP 0.5 | 3* 1:adv | 3* 1:adv
timed: NP <- t NP 0.9 | 2* 1:adv | 2* 1:adv
possessed-pair: NP <- NP 的 N cj N 0.8 | 3 4 5* of 1 | 3 4 5* của 1
relative-subject-pair: NP <- VP 的 N cj N 1.2 | 3 4 5* 1:rel | 3 4 5* 1
prepositional-of: NP <- PP 的 NP 0.4 | 3* 1 | 3* 1
located-of: NP <- LP 的 NP 0.6 | 3* 1 | 3* 1
asked-of: NP <- NP PP 的 NP 0.8 | 4* of 1 2 | 4* của 1 2
place-group: NP <- ns NP 0.9 | 1:poss 2* | 2* 1
place-counted: NP <- ns QP NP 0.9 | 2 3* in 1 | 2 3* tại 1
place-timed: NP <- ns t NP 0.5 | 1:poss 3* 2:adv | 3* 1 2
relative-place: NP <- ns vh 的 NP 0.5 | 4* 2:pp in 1 | 4* 2 tại 1
relative-held: NP <- PP vh 的 NP -0.2 | 4* 2:pp 1 | 4* 2 1
relative-held-time: NP <- t PP vh 的 NP -0.4 | 5* 3:pp 2 1:adv | 5* 3 2 1
relative-subject: NP <- VP 的 NP 0.9 | 3* 1:rel | 3* 1:rel
relative-object: NP <- NP VG 的 NP 1.0 | 4* that 1 2:fin | 4* mà 1 2
adjunct-at: AD <- 在 NP 0.0 | 1 2 | 1 2
adjunct-in: AD <- 值 LP -0.1 | 2 | 2
adjunct-pp: AD <- PP 0.3 | 1 | 1
adjunct-time: AD <- t 0.1 | 1:adv | 1:adv
adjuncts: AD <- AD AD 0.1 | 2 1 | 1 2
relative-object-adjunct: NP <- NP AD VG 的 NP 0.7 | 5* that 1 3:fin 2 | 5* mà 1 3 2
relative-object-suo-adjunct: NP <- NP AD 所 VG 的 NP 0.5 | 6* that 1 4:fin 2 | 6* mà 1 4 2
relative-object-suo: NP <- NP 所 VG 的 NP 0.4 | 5* that 1 3:fin | 5* mà 1 3
relative-suo-bare: NP <- 所 VG NP 0.4 | 3* 2:pp | 3* 2
superlative: NP <- NP AP 的 NP 0.5 | 2:attr 4* of 1 | 4* 2 1
superlative-asked: NP <- NP PP AP 的 NP 0.4 | 3:attr 5* of 1 2 | 5* 3 của 1 2
including: NP <- 包括 NP 在内 的 NP -1.2 | 5* including 2 | 5* bao gồm cả 2
affected-noun: NP <- 受 NP 影响 的 NP -1.4 | 5* affected by 2 | 5* chịu ảnh hưởng của 2
told-of: NP <- CL 的 nk 0.4 | 3* of 1:ing | 3* 1
located-noun: NP <- LP NP 1.1 | 2* 1 | 2* 1
relative-pp: NP <- PP VG 的 NP 0.85 | 4* 2:pp 1 | 4* 2 1
relative-time: NP <- t VG 的 NP 0.6 | 4* 2:pp 1:adv | 4* 2 1
relative-passive: NP <- VG 的 NP 1.1 | 3* 1:pp | 3* 1:rel
relative-passive-suo: NP <- 所 VG 的 NP 0.4 | 4* 2:pp | 4* được 2
phrase-of: NP <- i 的 NP 0.5 | 3* that 1:fin | 3* 1
quotation-of: NP <- Q 的 NP 0.3 | 3* of 1 | 3* 1
headless-object: NP <- NP VG 的 1.3 | what 1 2:fin | những gì 1 2
pair: NP <- NP cj NP 0.4 | 1 2 3 | 1 2 3
event-pair: NP <- NP 暨 NP 0.1 | 1 and 3 | 1 và 3
row: NP <- NP 、 NP 0.4 | 1 , 3 | 1 , 3
quoted-pair: Q <- Q Q 0.1 | 1 2 | 1 2
quoted-row: Q <- Q 、 Q 0.1 | 1 , 3 | 1 , 3
such-as: NP <- NP 等 NP 0.2 | 3* such as 1 | 3* như 1
fields-such-as: NP <- NP 等 领域 N -0.3 | 4* in fields such as 1 | 4* trong các lĩnh vực như 1
fields-such-as-of: NP <- NP 等 领域 的 NP 0.4 | 5* in fields such as 1 | 5* trong các lĩnh vực như 1
such-as-counted: NP <- NP 等 QP NP 0.1 | 3 4* , including 1 | 3 4* gồm 1
and-others: NP <- NP 等 0.3 | 1 and others | 1 ...
apposition-count: NP <- NP QP NP 1.2 | 1 , 2 3* | 1 , 2 3*
apposition: NP <- NP Q 0.9 | 1* 2 | 1* 2
one-of: NP <- NP 之一 0.1 | one of 1:pl | một trong những 1
how-to: NP <- 如何 VP -0.1 | how 2:to | cách 2
pronoun-noun: NP <- rn N 0.8 | 1 2* | 2* của 1
verb-group-noun: NP <- VP 1.3 | 1:ing | việc 1
# prepositions and localisers
preposition: PP <- p NP 0.0 | 1 2 | 1 2
occasion: PP <- 值 LP -0.1 | 2 | 2
occasion-this: PP <- 逢 此 LP -0.6 | 3 | 3 này
invitation: PP <- 应 NP 邀请 -0.6 | at the 3 of 2 | theo 3 của 2
invitation-of: PP <- 应 NP 的 邀请 -0.8 | at the 4 of 2 | theo 4 của 2
since-clause: PP <- 从 CL 以来 -0.4 | since 2 | kể từ khi 2
since-verb: PP <- 从 VP 以来 -0.4 | since 2:ing | kể từ khi 2
since-noun: PP <- 从 NP 以来 -0.4 | since 2 | kể từ 2
since-time: PP <- 从 t 以来 -0.4 | since 2 | kể từ 2
from-inside: PP <- 从 NP f -0.1 | from 2 | từ 3 2
from-on: PP <- 从 t 起 -0.4 | from 2 | từ 2
by-time: PP <- 到 t -0.1 | by 2 | đến 2
affected: PP <- 受 NP 影响 -0.8 | due to 2 | do ảnh hưởng của 2
in-view: PP <- 在 NP 看来 -0.8 | in the view of 2 | theo 2
as-noun: PP <- 随着 NP -0.5 | along with 2 | cùng với 2
in-a-row: PP <- 连续 am -0.5 | for 2 in a row | 2 liên tiếp
nth-in-a-row: PP <- 连续 mo NP -0.5 | for the 2 3:sg in a row | 3 2 liên tiếp
from-to: PP <- 从 NP 到 NP -0.8 | from 2 to 4 | từ 2 đến 4
from-to-time: PP <- 从 t 到 t -0.8 | from 2 to 4 | từ 2 đến 4
preposition-verb: PP <- p VP 0.7 | 1 2:ing | 1 2
purpose: PP <- pv VP 0.25 | 1 2:to-do | 1 2
preposition-time: PP <- p t 0.1 | 1 2 | 1 2
at: PP <- 在 NP 0.0 | 1 2 | 1 2
at-time: PP <- 在 t 0.0 | 2:adv | 1 2
localised: LP <- NP f 0.1 | 2 1 | 2 1
localised-of: LP <- NP 的 f 0.1 | 3 1 | 3 1
localised-verb: LP <- VP f 0.3 | 2 1:ing | 2 1
localised-verb-of: LP <- VP 的 f 0.5 | 3 1:ing | 3 1
when-verb: LP <- VP ft 0.2 | 2 1:ing | 2 1
when-clause: LP <- CL ft 0.4 | 2:conj 1 | 2:conj 1
localised-clause: LP <- CL f 0.5 | 2:conj 1 | 2:conj 1
localised-clause-of: LP <- CL 的 f 0.8 | 3:conj 1 | 3:conj 1
localised-time: LP <- t f 0.1 | 2 1 | 2 1
because: PP <- 因为 CL -0.3 | because 2 | vì 2
as: PP <- 随着 CL -0.8 | as 2 | khi 2
besides: PP <- 除 NP 外 -0.6 | in addition to 2 | ngoài 2
besides-verb: PP <- 除 VP 外 -0.3 | in addition to 2:ing | ngoài việc 2
speaking-of: PP <- p NP 来说 -0.3 | 1 2 | 1 2
mainly: PP <- 以 NP 为主 -0.3 | mainly 2 | chủ yếu là 2
compared-with: PP <- 与 NP 相比 -0.5 | compared with 2 | so với 2
compared-with-time: PP <- 与 t 相比 -0.5 | compared with 2 | so với 2
especially: PP <- 特别是 PP -0.2 | especially 2 | đặc biệt là 2
pp-pair: PP <- PP cj PP 0.8 | 1 2 3 | 1 2 3
# verbs: VG is a verb group that still lacks its object
transitive: VG <- vt 0.0 | 1* | 1*
transitive-done: VG <- VG 了 0.0 | 1:*past | đã 1*
transitive-direction: VG <- VG 起来 0.0 | 1* | 1*
direction: VP <- VP 起来 0.0 | 1* | 1*
transitive-pair: VG <- VG cj VG 0.4 | 1* 2 3* | 1* 2 3*
transitive-row: VG <- VG 、 VG 0.4 | 1* , 3* | 1* , 3*
transitive-adverb: VG <- d VG 0.15 | 1 2* | 1 2*
transitive-manner: VG <- a 地 VG 0.1 | 1:adv 3* | 3* 1:manner
transitive-aspect: VG <- asp VG 0.1 | 1 2* | 1 2*
transitive-negative: VG <- neg VG 0.1 | 1 2* | 1 2*
transitive-modal: VG <- vm VG 0.2 | 1* 2:base | 1* 2
continuing: VG <- VG 着 0.0 | 1* | 1*
continuing-bare: VP <- vi 着 0.0 | 1* | 1*
experienced: VG <- VG 过 0.0 | 1:*past | từng 1*
experienced-bare: VP <- vi 过 0.0 | 1:*past | từng 1*
intransitive: VP <- vi 0.1 | 1* | 1*
verb-object: VP <- VG NP 0.0 | 1* 2 | 1* 2
reaching: VG <- VG 到 0.0 | 1* to | 1* đến
becoming: VG <- VG 成 0.1 | 1* into | 1* thành
causative: VP <- vk NP VP -0.2 | 1* 2 3:to | 1* 2 3
leading: VP <- vs NP VP 0.2 | 1* 2 3:to | 1* 2 để 3
leading-bare: VP <- vs VP 0.6 | 1* 2:to | 1* 2
both: VP <- 既 VP 又 VP -0.3 | both 2* and 4* | vừa 2* vừa 4*
both-nouns: VP <- 既 NP 又 是 NP -0.6 | be* both 2:sg and 5:sg | vừa là 2 vừa là 5
both-qualities: AP <- 既 AP 又 AP -0.3 | both 2* and 4* | vừa 2* vừa 4*
treatment: VP <- 对 NP 进行 VG -0.5 | 4* 2 | 4* 2
treatment-done: VP <- 对 NP 进行 了 VG -0.5 | 5* 2 | đã 5* 2
remaining: VP <- 保持 AP -0.2 | remain* 2 | giữ 2
feeling: VP <- 感到 AP -0.2 | feel* 2 | cảm thấy 2
unchanged: VP <- 维持 NP 不变 -0.6 | keep* 2 unchanged | giữ nguyên 2
leaving-dead: VP <- vk NP 死亡 -0.6 | leave* 2 dead | khiến 2 thiệt mạng
leaving-injured: VP <- vk NP 受伤 -0.6 | leave* 2 injured | khiến 2 bị thương
banning: VP <- 禁止 NP VP -0.3 | ban* 2 from 3:ing | cấm 2 3
preventing: VP <- 防止 NP VP -0.2 | prevent* 2 from 3:ing | ngăn 2 3
sentenced: VP <- 判处 NP NP -0.5 | sentence* 2 to 3 | tuyên phạt 2 3
scheduled: VP <- 定于 t VP -0.8 | be* scheduled to 3:base 2:adv | dự kiến 3 2:adv
spending: VP <- vb am VP 0.0 | 1* 2 to 3:base | 1* 2 để 3
affected-by: VP <- 受 NP 影响 -0.6 | be* affected by 2 | chịu ảnh hưởng của 2
meanwhile: VP <- 一边 VP 一边 VP -0.5 | 2* while 4:ing | vừa 2* vừa 4
verb-object-count: VP <- VG QP 0.8 | 1* 2 | 1* 2
verb-object-amount: VP <- VG NP am 0.3 | 1* 3 of 2:bare | 1* 3 2
verb-object-rank: VP <- VG NP mo 0.2 | 1* 3 in 2 | 1* 3 2
verb-bare: VP <- VG 1.1 | 1* | 1*
verb-clause: VP <- vc CL 0.4 | 1* that 2 | 1* rằng 2
verb-clause-bare: VP <- vc 0.2 | 1* | 1*
said: vc <- vc 说 -0.3 | 1* | 1*
verb-clause-verb: VP <- vc VP 0.9 | 1* 2:ing | 1* 2
verb-verb: VP <- vv VP -0.05 | 1* 2:to | 1* 2
expected: VP <- 预计 VP -0.2 | be* expected 2:to | dự kiến 2
verb-gerund: VP <- vg VP 0.1 | 1* 2:ing | 1* 2
verb-object-verb: VP <- vo NP VP 0.1 | 1* 2 3:to | 1* 2 3
please: VP <- 请 VP -0.2 | please 2:base | xin 2
please-not: VP <- 请 不要 VP -0.4 | please do not 3:base | xin đừng 3
finished: VG <- VG 完 0.0 | 1* | 1* xong
measured: VP <- a am -0.2 | be* 2 1 | 1 2
taking-as: VP <- 以 NP 是 NP -0.5 | take* 2 as 4 | lấy 2 làm 4
progressive: VP <- 在 VP 0.6 | be* 2:ing | đang 2
being-in: VP <- 在 LP 0.9 | be* 2 | 2
being-at: VP <- 在 NP 1.1 | be* in 2 | ở 2
modal: VP <- vm VP 0.05 | 1* 2:base | 1* 2
aspect: VP <- asp VP 0.05 | 1 2* | 1 2*
negative: VP <- neg VP 0.05 | 1 2* | 1 2*
adverb: VP <- d VP 0.15 | 1 2* | 1 2*
manner: VP <- a 地 VP 0.1 | 1:adv 3* | 3* 1:manner
adjective-row-adverb: VP <- a 、 a VP 0.7 | 1:adv and 3:adv 4* | 1 , 3 4*
transitive-adverb-row: VG <- d 、 a VG 0.4 | 1 and 3:adv 4* | 1 , 3 4*
transitive-adjective-row: VG <- a 、 a VG 0.6 | 1:adv and 3:adv 4* | 1 , 3 4*
phrase-adverb: VP <- i VP 0.9 | 1* 2:to | 1* 2
done: VP <- VP 了 0.1 | 1:*past | đã 1*
prepositional: VP <- PP VP 0.25 | 2* 1 | 2* 1
located: VP <- LP VP 0.7 | 2* 1 | 2* 1
time-verb: VP <- t VP 0.25 | 2* 1:adv | 1:adv 2*
behind: VP <- VP PP 0.9 | 1* 2 | 1* 2
behind-verb: VP <- VG PP 0.6 | 1* 2 | 1* 2
behind-count: VP <- vi QP 0.4 | 1* 2 | 1* 2
behind-amount: VP <- vi am 0.1 | 1* 2 | 1* 2
by-means: VP <- PP 来 VP -0.8 | 3* 1 | 3* 1
for-sake: VP <- PP 而 VP -0.3 | 3* 1 | 3* 1
to-do: VP <- VP 来 VP -0.1 | 1* to 3:base | 1* để 3
serial: VP <- VP VP 1.6 | 1* and 2* | 1* 2*
verb-pair: VP <- VP cj VP 0.65 | 1* 2 3* | 1* 2 3*
verb-row: VP <- VP 、 VP 0.5 | 1* , 3* | 1* , 3*
received: VP <- 得到 vt 0.0 | 2:*pass | được 2*
received-done: VP <- 得到 了 vt 0.0 | 3:*pass | đã được 3*
dispose: VP <- 把 NP VG 0.1 | 3* 2 | 3* 2
dispose-at: VP <- 把 NP VG PP 0.1 | 3* 2 4 | 3* 2 4
dispose-place: VP <- 把 NP VG LP -0.2 | 3* 2 4 | 3* 2 4
dispose-object: VP <- 把 NP VG NP 0.2 | 3* 2 4 | 3* 2 4
dispose-verb: VP <- 把 NP VG VP 0.3 | 3* 2 4:ing | 3* 2 4
dispose-to: VP <- 把 NP VG 到 NP -0.2 | 3* 2 to 5 | 3* 2 đến 5
dispose-into: VP <- 把 NP VG 成 NP -0.2 | 3* 2 into 5 | 3* 2 thành 5
dispose-as: VP <- 把 NP 作为 NP -0.6 | regard* 2 as 4 | coi 2 là 4
dispose-verb-as: VP <- 把 VP 作为 NP -0.3 | regard* 2:ing as 4 | coi việc 2 là 4
passive-suo: VP <- 为所 NP 所 VG -0.6 | 4:*pass by 2 | được 2 4*
passive-for: VP <- 被 NP 所 VG 0.0 | 4:*pass by 2 | bị 2 4*
passive-become: VP <- 被 VG 成 NP -0.2 | 2:*pass into 4 | được 2* thành 4
passive: VP <- 被 VG 0.1 | 2:*pass | được 2*
passive-to: VP <- 被 VG 到 NP 0.0 | 2:*pass to 4 | được 2* đến 4
passive-into-do: VP <- 被 VG NP VP 0.1 | 2:*pass 3 to 4:base | được 2* 3 để 4
passive-to-do: VP <- 被 VG 到 NP VP -0.4 | 2:*pass to 4 to 5:base | được 2* đến 4 để 5
passive-by: VP <- 被 NP VG 0.3 | 3:*pass by 2 | bị 2 3*
passive-by-into: VP <- 被 NP VG NP 0.2 | 3:*pass 4 by 2 | được 2 3* 4
passive-into: VP <- 被 VG NP 0.3 | 2:*pass 3 | được 2* 3
by: VP <- 由 NP VG 0.2 | 3:*pass by 2 | do 2 3*
by-verb: VP <- 由 NP VP 0.6 | with 2 3:ing | do 2 3*
copula: VP <- 是 NP 0.0 | 1* 2 | 1* 2
copula-cleft: VP <- 是 VP 的 0.2 | 2* | 2*
copula-cleft-pp: VP <- 是 PP 的 0.2 | 1* 2 | 1* 2
copula-verb: VP <- 是 VP 0.8 | 1* 2:to | 1* 2
first-time: VP <- 是 NP 首次 VP -0.8 | be* the first time 2 4 | là lần đầu tiên 2 4
copula-clause: VP <- 是 CL 1.2 | 1* that 2 | 1* 2
copula-quality: VP <- 是 AP 的 0.3 | 1* 2 | 1* 2
quality: VP <- AP 0.7 | be* 1 | 1
phrase: VP <- i 0.3 | 1* | 1*
# clauses
clause: CL <- NP VP 0.0 | 1 2* | 1 2*
existence: CL <- 有 NP VP 0.3 | 2 3* | có 2 3*
nobody: CL <- 没有 人 VP -0.4 | no one 3* | không ai 3*
none: CL <- 没有 NP VP 0.2 | no 2:bare 3* | không có 2 nào 3*
reason: CL <- NP 之所以 VP 是 因为 CL -1.0 | the reason why 1 3* is that 6 | sở dĩ 1 3* là vì 6
reason-noun: CL <- NP 之所以 VP 是 因为 NP -0.6 | the reason why 1 3* is 6 | sở dĩ 1 3* là do 6
those-who: CL <- VP 的 有 NP -0.8 | 1:ing be* 4 | 1 có 4
having: VP <- 有 NP VP 0.6 | have* 2 3:ing | có 2 3
existence-place: CL <- LP 有 NP 0.1 | there be* 3 1 | 1 có 3
existence-at: CL <- PP 有 NP 0.4 | there be* 3 1 | 1 có 3
time-subject: CL <- t 是 NP 0.0 | 1 2* 3 | 1 2* 3
deed: CL <- VP 是 NP 0.4 | 1:ing 2* 3 | 1 2* 3
deed-adverb: CL <- VP d 是 NP 0.5 | 1:ing 3* 2 4 | 1 2 3* 4
clause-noun: CL <- NP 是 NP 0.0 | 1 2* 3 | 1 2* 3
expected-that: CL <- 预计 CL -0.2 | it be* expected that 2 | dự kiến 2
clause-time: CL <- t CL 0.1 | 1:adv , 2* | 1:adv , 2*
clause-pp: CL <- PP CL 0.65 | 1 , 2* | 1 , 2*
clause-place: CL <- LP CL 0.3 | 1 , 2* | 1 , 2*
clause-adverb: CL <- d CL 0.3 | 1 2* | 1 2*
clause-conjunction: CL <- cj CL 0.6 | 1 2* | 1 2*
among-clause: CL <- 其中 CL -0.3 | of which 2* | trong đó 2*
verb-conjunction: VP <- cj VP 0.7 | 1 2* | 1 2*
especially-noun: NP <- 特别是 NP -0.2 | especially 2 | đặc biệt là 2
noun-conjunction: NP <- cj NP 0.9 | 1 2 | 1 2
if-so-verb: CL <- VP 的话 0.1 | if 1:ing | nếu 1
if-so: CL <- CL 的话 0.0 | if 1 | nếu 1
topic: CL <- NP CL 1.6 | 1 , 2* | 1 , 2*
clause-amount: CL <- NP am 0.9 | 1 be* 2 | 1 là 2
modal-particle: CL <- CL y 0.0 | 1* | 1* 2
verb-particle: VP <- VP y 0.0 | 1* | 1* 2
# time
clock: t <- m 点 -0.2 | 1 o'clock | 1 giờ
local-time: t <- 当地时间 t -0.3 | 2* local time | 2* giờ địa phương
times: t <- t t 0.1 | 1* 2 | 2 1*
time-range: t <- t cj t 0.3 | 1* 2 3 | 1* 2 3
time-row: t <- t 、 t 0.3 | 1* , 3 | 1* , 3
"""
