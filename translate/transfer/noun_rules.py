"""The rules of noun groups; ``rules`` tells how to read them."""

from __future__ import annotations

NOUNS = """
noun: N <- n 0 | 1* | 1*
person-noun: N <- np 0.0 | 1* | 1*
body-noun: N <- no 0.1 | 1* | 1*
quoted-noun: N <- Q 0.6 | 1 | 1
place-work: N <- ns Q 0.3 | 1:poss 2* | 2* 1
quoted-label: N <- Q ml 0.0 | 2* of 1 | 2* 1
quoted-kind: N <- Q N 0.4 | 1 2* | 2* 1
deverbal-group: NP <- ng 0.4 | 1* | 1*
compound-deverbal: N <- N ng 0.5 | 1:mod 2* | 2* 1:mod
adjective-deverbal: N <- a ng 0.4 | 1:attr 2* | 2* 1:attr
compound: N <- N N 0.5 | 1:mod 2* | 2* 1:mod
deed-head: N <- nvh nh -0.45 | 1:mod 2* | 2* 1:mod
persons-head: N <- np cj np nh 0.0 | 1:mod 2 3:mod 4* | 4* 1:mod 2 3:mod
compound-head: N <- N nh 0.15 | 1:mod 2* | 2* 1:mod
deeds-head: N <- nv cj nv nh -0.1 | 1:mod 2 3:mod 4* | 4* 1 2 3
compound-pair: N <- n cj n N 0.7 | 1:mod 2 3:mod 4* | 4* 1:mod 2 3:mod
compound-both: NP <- n n cj n n 0.85 | 1:mod 2 3 4:mod 5* | 2 1 3 5* 4
compound-row: N <- n 、 n cj n N 1.0 | 1:mod , 3:mod 4 5:mod 6* | 6* 1 , 3 4 5
place-noun: N <- ns N 0.35 | 1:poss 2* | 2* 1
attributive-noun: N <- b N 0.1 | 1 2* | 2* 1
outside-noun: N <- bo N 0.1 | 1 2* | 2* 1
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
anniversary-deed: NP <- CL 周年 -0.6 | 2 of 1:ing | 2 1
anniversary-verb: NP <- VP 周年 -0.5 | 2 of 1:ing | 2 1
anniversary-brackets: NP <- NP 周年 par -0.1 | 2 of 1 3 | 2 1 3
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
person-emperor: PN <- PN nem -0.3 | 2:bare 1 | 2 1
person-title: PN <- PN TI 0.05 | 2:bare 1 | 2 1
person-brackets: PN <- PN par 0.05 | 1 2 | 1 2
person-and: PN <- PN cj PN 0.2 | 1 2 3 | 1 2 3
person-row: PN <- PN 、 PN 0.2 | 1 , 3 | 1 , 3
amount-of: NP <- am NP 0.4 | 1 of 2:bare | 1 2
place-share: NP <- ns am 的 NP -0.2 | 2 of 4:pl in 1 | 2 4 1
amount-of-de: NP <- am 的 NP 0.0 | 1 of 3:pl | 1 3
aged-only: NP <- 年仅 am 的 NP -0.8 | 4* aged only 2 | 4* mới 2
lasting: NP <- 为期 am 的 NP -0.8 | 4* lasting 2 | 4* kéo dài 2
determined-de: NP <- r 的 NP 0.3 | 1 3* | 1 3*
counted-de: NP <- QP 的 NP 0.3 | 3* of 1 | 3* 1
count-group: NP <- QP 1.0 | 1 | 1
people: NP <- m 人 0.05 | 1 people | 1 người
prison-term: NP <- 有期徒刑 am -0.3 | 2 in prison | 2 tù giam
time-around: t <- t 左右 0.0 | around 1 | khoảng 1
time-before-after: t <- t 前后 0.0 | around 1 | khoảng 1
quantity-around: QP <- QP 左右 0.0 | about 1 | khoảng 1
amount-share: am <- NP 的 am -0.1 | 3 of 1 | 3 1
group-span: NP <- N ay 的 NP 0.2 | 4* of 1:def for 2 | 4* 2 của 1
sum-of: NP <- NP 的 am 的 NP -0.3 | 3 of 5:bare of 1 | 3 5 của 1
mark: am <- am 大关 0.0 | the 1 mark | mốc 1
determined: NP <- r NP 0.1 | 1 2* | 1 2*
kind-determined: NP <- b r N 0.95 | 2 1 3* | 2 3* 1
noun-determined: NP <- N r NP 0.8 | 2 3* of 1:def | 2 3* 1
counted: NP <- QP NP 0.15 | 1 2* | 1 2*
determined-count: NP <- r QP NP 0.1 | 1 2 3* | 1 2 3*
ordinal-group: NP <- mo NP 0.6 | 1 2* | 2* 1
ordinal-alone: NP <- mo 0.9 | 1 place | vị trí 1
ordinal-noun: N <- mo N 0.15 | 1 2* | 2* 1
ordinal-largest: N <- mo 大 N -0.2 | 1 largest 3* | 3* lớn 1
anniversary: NP <- NP 周年 0.0 | 2 of 1 | 2 1
after-ordinal: NP <- NP mo 0.9 | 2 in 1 | 2 1
after-count: NP <- NP QP 0.75 | 2 1* | 2 1*
visits: NP <- N m 人次 0.5 | 2 1:mod visits | 2 lượt 1
quantity: QP <- m q 0.0 | 1 2 | 1 2
quantity-bare: QP <- m 0.3 | 1 | 1
determiner-classifier: r <- r q 0.05 | 1 | 1
determiner-one: r <- r 一 -0.3 | 1 | 1
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
attributive-described: NP <- bo AP 的 NP 0.2 | 1 2:attr 4* | 4* 1 2:attr
possessed: NP <- NP 的 NP 0.5 | 3* of 1 | 3* của 1
timed-of: NP <- t 的 NP 0.5 | 3* 1:adv | 3* 1:adv
timed-apart: NP <- PP 、 NP 1.15 | 3* 1 | 3* 1
timed: NP <- t NP 0.9 | 2* 1:adv | 2* 1:adv
possessed-pair: NP <- NP 的 N cj N 0.8 | 3 4 5* of 1 | 3 4 5* của 1
possessed-row-pair: NP <- NP 的 N 、 N cj N 1.1 | 3 , 5 6 7* of 1 | 3 , 5 6 7* của 1
relative-subject-pair: NP <- VP 的 N cj N 1.2 | 3 4 5* 1:rel | 3 4 5* 1
prepositional-of: NP <- PP 的 NP 0.4 | 3* 1 | 3* 1
prepositional-pair: NP <- PP 的 N cj N 0.7 | 3 4 5* 1 | 3 4 5* 1
in-fields: NP <- 各 领域 NP 0.2 | 3* in various fields | 3* trong các lĩnh vực
in-fields-of: NP <- 各 领域 的 NP -0.2 | 4* in various fields | 4* trong các lĩnh vực
located-of: NP <- LP 的 NP 0.6 | 3* 1 | 3* 1
asked-about: NP <- NP PP 的 nq -0.2 | 4* from 1 2 | 4* của 1 2
through-which: NP <- ns VP 的 nin 0.4 | 4*:sg through which 1 2:fin | 4* để 1 2
through-which-kind: NP <- ns VP 的 b nin 0.4 | 4 5*:sg through which 1 2:fin | 5* 4 để 1 2
regulation-on: NP <- NP 关于 NP 的 NP 0.2 | 5* of 1 on 3 | 5* của 1 về 3
asked-of: NP <- NP PP 的 NP 0.8 | 4* of 1 2 | 4* của 1 2
relation: NP <- ns 与 NP gx 0.1 | 4* between 1 and 3 | 4* giữa 1 và 3
relation-of: NP <- ns 与 NP 的 gx 0.7 | 5* between 1 and 3 | 5* giữa 1 và 3
standing: NZ <- nz 0.0 | 1* | 1*
standing-kind: NZ <- N nz 0.55 | 1:mod 2* | 2* 1:mod
standing-quality: NZ <- b NZ 0.1 | 1 2* | 2* 1
standing-described: NZ <- a NZ 0.3 | 1:attr 2* | 2* 1:attr
standing-pair: NZ <- NZ cj NZ 0.1 | 1 2 3* | 1 2 3*
standing-row: NZ <- NZ 、 NZ 0.1 | 1 , 3* | 1 , 3*
standing-of: NP <- NP PP 的 NZ 0.1 | 4* of 1 2 | 4* của 1 2
standing-on: NP <- NP PP NZ 0.3 | 3* of 1 2 | 3* của 1 2
place-group: NP <- ns NP 0.9 | 1:poss 2* | 2* 1
largest-few: NP <- N QP 大 nrk -0.3 | the 2 largest 4:*pl in 1 | 2 4 lớn nhất 1
place-largest-few: NP <- ns QP 大 nrk -0.3 | the 2 largest 4:*pl in 1 | 2 4 lớn nhất 1
place-counted: NP <- ns QP NP 0.9 | 2 3* in 1 | 2 3* tại 1
place-this: NP <- ns 这 q NP 0.2 | 1 , 2 4* | 1 , 4* này
becoming-noun: HZ <- hz 0.0 | 1* | 1*
becoming-noun-row: HZ <- HZ 、 HZ 0.0 | 1* and 3* | 1* , 3*
becoming-noun-pair: HZ <- HZ cj HZ 0.0 | 1* 2 3* | 1* 2 3*
becoming-of: NP <- NP HZ 0.2 | the 2* of 1 | 2* 1
place-timed: NP <- ns t NP 0.5 | 1:poss 3* 2:adv | 3* 1 2
relative-place: NP <- ns vh 的 NP 0.5 | 4* 2:pp in 1 | 4* 2 tại 1
relative-held: NP <- PP vh 的 NP -0.2 | 4* 2:pp 1 | 4* 2 1
relative-held-time: NP <- t PP vh 的 NP -0.4 | 5* 3:pp 2 1:adv | 5* 3 2 1
relative-site: NP <- VP 的 nb 0.3 | 3* 1:rel | 3* 1:rel
relative-subject: NP <- VP 的 NP 0.9 | 3* 1:rel | 3* 1:rel
lying-noun: NP <- vz NP 的 NP 0.2 | 4* 1:rel 2 | 4* 1 2
listed-noun: NP <- 列入 NP 的 NP -0.2 | 4* included in 2 | 4* được đưa vào 2
listed-noun-time: NP <- t 列入 NP 的 NP 0.0 | 5* included in 3 1:adv | 5* được đưa vào 3 1
having-noun: NP <- vw NP 的 NP 0.3 | 4* with 2 | 4* có 2
having-noun-pair: NP <- vw NP 的 N cj N 0.6 | 4 5 6* with 2 | 4 5 6* có 2
relative-object: NP <- NP VG 的 NP 0.95 | 4* that 1 2:fin | 4* mà 1 2
adjunct-at: AD <- 在 NP 0.0 | 1 2 | 1 2
adjunct-in: AD <- 值 LP -0.1 | 2 | 2
adjunct-pp: AD <- PP 0.3 | 1 | 1
adjunct-time: AD <- t 0.1 | 1:adv | 1:adv
adjuncts: AD <- AD AD 0.1 | 2 1 | 1 2
relative-object-adjunct: NP <- NP AD VG 的 NP 0.7 | 5* that 1 3:fin 2 | 5* mà 1 3 2
relative-object-suo-adjunct: NP <- NP AD 所 VG 的 NP 0.5 | 6* that 1 4:fin 2 | 6* mà 1 4 2
relative-object-suo: NP <- NP 所 VG 的 NP 0.4 | 5* that 1 3:fin | 5* mà 1 3
relative-suo-bare: NP <- 所 VG NP 0.4 | 3* 2:pp | 3* 2
superlative: NP <- NP QA 的 NP 0.5 | 2:attr 4* of 1 | 4* 2 1
quality-alone: QA <- aq 0.0 | 1* | 1*
quality-degree: QA <- d AP 0.05 | 1 2* | 1 2*
quality-pair: QA <- QA cj QA 0.2 | 1* 2 3* | 1* 2 3*
quality-of: QS <- NP QA 0.3 | 2:attr 1:bare | 1 2:attr
qualities: QR <- QS 、 QS 0.0 | 1 and 3 | 1 , 3
qualities-pair: QR <- QS cj QS 0.0 | 1 2 3 | 1 2 3
having-qualities-in: NP <- NP QR 的 NP 0.0 | 4* with 2 in 1 | 4* có 2 1
having-qualities: NP <- QR 的 NP 0.2 | 3* with 1 | 3* có 1
quality-about: NP <- PP AP 的 NP 0.0 | 4* 2:attr 1 | 4* 2:attr 1
superlative-asked: NP <- NP PP QA 的 NP 0.4 | 3:attr 5* of 1 2 | 5* 3 của 1 2
including: NP <- 包括 NP 在内 的 NP -1.2 | 5* including 2 | 5* bao gồm cả 2
taking-as-of: NP <- 以 NP 是 NP 的 NP -0.8 | 6* with 2 as 4 | 6* lấy 2 làm 4
going-with: NP <- 与 NP 配套 的 NP -0.8 | 5* serving 2 | 5* đồng bộ với 2
affected-degree: NP <- 受 NP 影响 d a 的 NP -1.4 | 7* 4 5:adv affected by 2 | 7* chịu ảnh hưởng 5 4 của 2
affected-noun: NP <- 受 NP 影响 的 NP -1.4 | 5* affected by 2 | 5* chịu ảnh hưởng của 2
held-to: NP <- vcl NP nce -0.3 | 3* to 1:base 2 | 3* 1 2
content-of: NP <- VP 的 NCT 0.45 | 3* 1:rel | 3* 1
content: NCT <- nct 0.0 | 1* | 1*
content-kind: NCT <- b NCT 0.1 | 1 2* | 2* 1
content-quality: NCT <- a NCT 0.3 | 1:attr 2* | 2* 1:attr
told-of: NP <- CL 的 nk 0.4 | 3* of 1:ing | 3* 1
told-of-such: NP <- CL 的 NK -0.4 | 3* of 1:ing | 3* 1
such-content: NK <- r nk 0.0 | 1 2* | 1 2*
trip: NP <- NP VP 之行 -0.3 | the trip 2:to of 1 | chuyến 2 của 1
trip-alone: NP <- VP 之行 -0.2 | the trip 1:to | chuyến 1
located-noun: NP <- LP NP 1.4 | 2* 1 | 2* 1
relative-pp: NP <- PP VG 的 NP 0.85 | 4* 2:pp 1 | 4* 2 1
relative-time: NP <- t VG 的 NP 0.6 | 4* 2:pp 1:adv | 4* 2 1
relative-time-bare: NP <- t vi 的 NP 0.4 | 4* 2:rel 1:adv | 4* 2 1
relative-passive: NP <- VG 的 NP 1.1 | 3* 1:pp | 3* 1:rel
relative-passive-suo: NP <- 所 VG 的 NP 0.4 | 4* 2:pp | 4* được 2
phrase-of: NP <- i 的 NP 0.5 | 3* that 1:fin | 3* 1
quotation-of: NP <- Q 的 NP 0.3 | 3* of 1 | 3* 1
headless-object: NP <- NP VG 的 1.7 | what 1 2:fin | những gì 1 2
pair: NP <- NP cj NP 0.4 | 1 2 3 | 1 2 3
event-pair: NP <- NP 暨 NP 0.1 | 1 and 3 | 1 và 3
row: NP <- NP 、 NP 0.4 | 1 , 3 | 1 , 3
quoted-pair: Q <- Q Q 0.1 | 1 2 | 1 2
quoted-row: Q <- Q 、 Q 0.1 | 1 , 3 | 1 , 3
such-as: NP <- NP 等 NP 0.2 | 3* such as 1 | 3* như 1
such-as-pair: NP <- NP 等 N cj N 0.5 | 3:pl 4 5:pl such as 1 | 3 4 5* như 1
fields-such-as: NP <- NP 等 领域 N -0.3 | 4* in fields such as 1 | 4* trong các lĩnh vực như 1
fields-such-as-of: NP <- NP 等 领域 的 NP 0.4 | 5* in fields such as 1 | 5* trong các lĩnh vực như 1
such-as-counted: NP <- NP 等 QP NP 0.1 | 3 4* , including 1 | 3 4* gồm 1
and-others: NP <- NP 等 0.3 | 1 and others | 1 ...
colours: NP <- AP QP nco -0.6 | the 2 3:*pl 1 | 2 3 1
apposition-count: NP <- NP QP NP 1.2 | 1 , 2 3* | 1 , 2 3*
apposition: NP <- NP Q 0.9 | 1* 2 | 1* 2
countries: NP <- NP cq 0.0 | 1 | 2 1
countries-of: N <- ns cq -0.1 | 2 of 1 | 2 1
between-with: NP <- 与 NP 之间 的 NP 0.0 | 5* with 2 | 5* với 2
between-of: NP <- NP 与 NP 之间 的 NP -0.5 | 6* between 1 and 3 | 6* giữa 1 và 3
first-to: NP <- mo VP 的 N 0.4 | 1 4:sg 2:to | 4* 1 2
first-title-to: NP <- mo VP 的 TI 0.4 | 1 4:bare 2:to | 4* 1 2
doers: NP <- VP 者 -0.2 | those who 1:fin | người 1
one-of: NP <- NP 之一 0.1 | one of 1:pl | một trong những 1
how-to: NP <- 如何 VP -0.1 | how 2:to | cách 2
pronoun-noun: NP <- rn N 0.8 | 1 2* | 2* của 1
verb-group-noun: NP <- VP 1.3 | 1:ing | việc 1
"""
