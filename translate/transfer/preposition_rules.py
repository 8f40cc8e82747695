"""The rules of prepositions and localisers; ``rules`` tells how to read them."""

from __future__ import annotations

PREPOSITIONS = """
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
from-on: PP <- 从 t 起 -1.2 | from 2 | từ 2
by-time: PP <- 到 t -0.1 | by 2 | đến 2
charged: PP <- 以 nzui -0.6 | for 2:bare | về 2
charged-of: PP <- 以 N nzui -0.6 | for 2:bare | về tội 2:mod
affected: PP <- 受 NP 影响 -0.8 | due to 2 | do ảnh hưởng của 2
entrusted: PP <- 受 NP 委托 -0.8 | on behalf of 2 | theo ủy quyền của 2
in-view: PP <- 在 NP 看来 -0.8 | in the view of 2 | theo 2
as-noun: PB <- 随着 NP 0.0 | along with 2 | cùng với 2
each-counted: PP <- 每 q QP NP -0.6 | with 3 4:pl each | mỗi 2 3 4
in-a-row: PP <- 连续 am -0.5 | for 2 in a row | 2 liên tiếp
nth-in-a-row: PP <- 连续 mo NP -0.5 | for the 2 3:sg in a row | 3 2 liên tiếp
from-to: PP <- 从 NP 到 NP -0.8 | from 2 to 4 | từ 2 đến 4
from-to-time: PP <- 从 t 到 t -0.8 | from 2 to 4 | từ 2 đến 4
preposition-verb: PP <- p VP 0.7 | 1 2:ing | 1 2
purpose: PP <- pv VP 0.25 | 1 2:to-do | 1 2
preposition-time: PP <- p t 0.1 | 1 2 | 1 2
at: PP <- 在 NP 0.0 | 1 2 | 1 2
at-from: PP <- 在 t 起 -1.2 | from 2 | từ 2
time-from: PP <- t 起 -1.0 | from 1 | từ 1
because-qualities: PP <- 因为 QR -0.4 | because of 2 | vì 2
at-time: PP <- 在 t 0.0 | 2:adv | 1 2
localised: LP <- NP f 0.1 | 2 1 | 2 1
localised-of: LP <- NP 的 f 0.1 | 3 1 | 3 1
localised-verb: LP <- VP fv 0.3 | 2 1:ing | 2 1
localised-verb-of: LP <- VP 的 fv 0.5 | 3 1:ing | 3 1
when-verb: LP <- VP ft 0.2 | 2 1:ing | 2 1
when-clause: LP <- CL ft 0.4 | 2:conj 1 | 2:conj 1
when-at: LP <- 在 ns VP ft -0.4 | 4:conj 3:ing in 2 | 4:conj 3 tại 2
localised-clause: LP <- CL fv 0.5 | 2:conj 1 | 2:conj 1
early-days: LP <- CL fs -0.5 | in the early days of 1:ing | trong giai đoạn đầu 1
early-days-verb: LP <- VP fs -0.5 | in the early days of 1:ing | trong giai đoạn đầu 1
early-days-noun: LP <- NP fs -0.5 | in the early days of 1 | trong giai đoạn đầu 1
localised-clause-of: LP <- CL 的 fv 0.6 | 3:conj 1 | 3:conj 1
localised-time: LP <- t f 0.1 | 2 1 | 2 1
because: PP <- 因为 CL -0.3 | because 2 | vì 2
as: PB <- 随着 CL -0.8 | as 2 | khi 2
besides: PP <- 除 NP 外 -0.6 | in addition to 2 | ngoài 2
besides-verb: PP <- 除 VP 外 -0.3 | in addition to 2:ing | ngoài việc 2
besides-open: PB <- 除 NP 0.0 | in addition to 2 | ngoài 2
besides-open-verb: PB <- 除 VP 0.0 | in addition to 2:ing | ngoài việc 2
only-by: PB <- 只有 VP 0.0 | only by 2:ing | chỉ có 2
rather-than: PB <- 与其 VP -0.4 | rather than 2:ing | thay vì 2
no-matter-how: PB <- 无论 NP 如何 -0.6 | regardless of 2 | bất kể 2 như thế nào
no-matter-what: PB <- 无论 VG 什么 N -0.6 | whatever 4:bare be* 2:pp | dù 2 4 nào
whether-or: PB <- 无论 NP 还是 NP -0.6 | whether 2 or 4 | dù là 2 hay 4
whether-at: PB <- 无论 在 NP 还是 NP -0.6 | whether in 3 or 5 | dù ở 3 hay 5
speaking-of: PP <- p NP 来说 -0.3 | 1 2 | 1 2
reported: PP <- 据 NP 报道 -0.5 | according to 2 | theo 2
mainly: PP <- 以 NP 为主 -0.8 | mainly 2 | chủ yếu là 2
unlike: PB <- 与 NP 不同 的 是 -1.0 | unlike 2 | khác với 2
unlike-time: PB <- 与 t 不同 的 是 -1.0 | unlike 2 | khác với 2
compared-with: PP <- 与 NP 相比 -0.5 | compared with 2 | so với 2
compared-with-time: PP <- 与 t 相比 -0.5 | compared with 2 | so với 2
especially: PP <- 特别是 PP -0.2 | especially 2 | đặc biệt là 2
together: PP <- 与 NP 一道 -0.6 | together with 2 | cùng với 2
pp-pair: PP <- PP cj PP 0.8 | 1 2 3 | 1 2 3
history: HS <- NP 历史上 -0.1 | in the history of 1 | trong lịch sử 1
"""
