"""The rules of clauses and of time; ``rules`` tells how to read them."""

from __future__ import annotations

CLAUSES = """
clause: CL <- NP VP 0.0 | 1 2* | 1 2*
existence: CL <- 有 NP VP 0.3 | 2 3* | có 2 3*
existence-already: CL <- 已有 NP VP -0.2 | 2 have* 3:pp | đã có 2 3
existence-about: CL <- ab 有 NP VP -0.1 | 1 3 4* | có 1 3 4*
how-cleft: CL <- NP 是 如何 VP 的 -0.6 | how 1 4* | 1 4* như thế nào
how-clause: CL <- NP 如何 VP -0.2 | how 1 3* | 1 3* như thế nào
nobody: CL <- 没有 人 VP -0.4 | no one 3* | không ai 3*
none: CL <- 没有 NP VP 0.2 | no 2:bare 3* | không có 2 nào 3*
reason-open: RS <- NP 之所以 VP -1.0 | the reason why 1 3* | sở dĩ 1 3*
reason: CL <- RS BC -0.5 | 1 2* | 1 2*
reason-is: BC <- 是 因为 CL -0.4 | be* that 3 | là vì 3
reason-is-noun: BC <- 是 因为 NP 0.0 | be* 3 | là do 3
reason-is-verb: BC <- 是 因为 VP 0.3 | be* 3:ing | là vì 3
because-subject: CL <- NP BC 0.0 | 1 2* | 1 2*
those-who: CL <- VP 的 有 NP -0.8 | 1:ing be* 4 | 1 có 4
having: VP <- 有 NP VP 0.6 | have* 2 3:ing | có 2 3
existence-place: CL <- LP 有 NP 0.1 | there be* 3 1 | 1 có 3
existence-lined: CL <- LP vst 着 NP -0.3 | there be* 4 2:rel 1 | 1 2 4
existence-at: CL <- PP 有 NP 0.4 | there be* 3 1 | 1 có 3
time-subject: CL <- t 是 NP 0.0 | 1 2* 3 | 1 2* 3
deed: CL <- VP 是 NP 0.4 | 1:ing 2* 3 | 1 2* 3
deed-leading: CL <- VP vdl VP 0.1 | 1:ing 2*:fin 3:to | 1 2* 3
deed-adverb: CL <- VP d 是 NP 0.5 | 1:ing 3* 2 4 | 1 2 3* 4
clause-noun: CL <- NP 是 NP 0.0 | 1 2* 3 | 1 2* 3
expected-that: CL <- 预计 CL -0.2 | it be* expected that 2 | dự kiến 2
clause-time: CL <- t CL 0.1 | 1:adv , 2* | 1:adv , 2*
clause-pp: CL <- PP CL 0.65 | 1 , 2* | 1 , 2*
clause-place: CL <- LP CL 0.3 | 1 , 2* | 1 , 2*
clause-adverb: CL <- d CL 0.3 | 1 2* | 1 2*
clause-besides: CL <- PB CL 0.1 | 1 , 2* | 1 , 2*
verb-besides: VP <- PB VP 0.2 | 2* 1 | 2* 1
even-subject: CL <- 连 NP 都 VP -0.3 | even 2 4* | ngay cả 2 cũng 4*
the-more-clause: CL <- NP 越 AP -0.3 | the 3:comp 1 | 1 càng 3
the-more-verb: CL <- NP 越 VP -0.1 | the more 1 3* | 1 càng 3*
subject-time: SA <- NP 在 t 0.0 | 1 , 3:adv | 1 , 2 3
subject-from: SA <- NP 从 t -0.2 | 1 , from 3 | 1 , từ 3
subject-since: SA <- NP 从 VP 以来 -1.2 | 1 , since 3:ing | 1 , kể từ khi 3
subject-during: SA <- NP 在 t f 0.0 | 1 , 4 3 | 1 , 4 3
clause-conjunction: CL <- cj CL 0.6 | 1 2* | 1 2*
among-including: CL <- 其中 包括 NP -0.8 | including 3 | trong đó có 3
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
clock: t <- m 点 -0.2 | 1 o'clock | 1 giờ
span: t <- sp am -0.4 | 1 2 | 2 1
span-limit: t <- sp t -0.2 | 1 2 | 2 1
local-time: t <- 当地时间 t -0.3 | 2* local time | 2* giờ địa phương
every-period: t <- 每 am -0.2 | every 2 | mỗi 2
every-time: t <- 每 到 t -0.4 | every 3 | mỗi khi đến 3
every-occasion: t <- 每 到 NP -0.2 | every 3:sg | mỗi dịp 3
times: t <- t t 0.1 | 1* 2 | 2 1*
time-range: t <- t cj t 0.3 | 1* 2 3 | 1* 2 3
time-row: t <- t 、 t 0.3 | 1* , 3 | 1* , 3
"""
