"""The rules of verbs; VG is a verb group that still lacks its object."""

from __future__ import annotations

VERBS = """
transitive: VG <- vt 0.0 | 1* | 1*
transitive-done: VG <- VG 了 0.0 | 1:*past | đã 1*
transitive-direction: VG <- VG 起来 0.0 | 1* | 1*
direction: VP <- VP 起来 0.0 | 1* | 1*
transitive-pair: VG <- VG cj VG 0.2 | 1* 2 3* | 1* 2 3*
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
times-more: VP <- VG bei -0.2 | 1* 2 | 1* 2
multiple-of: VP <- 是 NP 的 bei -0.6 | be* 4 that of 2 | gấp 4 2
multiple-of-time: VP <- 是 t 的 bei -0.6 | be* 4 that of 2 | gấp 4 2
intransitive: VP <- vi 0.1 | 1* | 1*
verb-object: VP <- VG NP 0.0 | 1* 2 | 1* 2
reaching: VG <- VG 到 0.0 | 1* to | 1* đến
becoming: VG <- VG 成 0.1 | 1* into | 1* thành
causative: VP <- vk NP VP -0.2 | 1* 2 3:to | 1* 2 3
leading: VP <- vs NP VP 0.2 | 1* 2 3:to | 1* 2 để 3
leading-bare: VP <- vs VP 0.6 | 1* 2:to | 1* 2
going: VP <- gt NP VP -0.15 | 1* 2 3:to | 1* 2 3
causative-done: VP <- vk 了 NP VP -0.1 | 1:*past 3 4:to | đã 1* 3 4
promoting: VP <- vp NP VP 0.5 | 1* 2 3:to | 1* 2 3
promoting-verb: VP <- vp VP 0.45 | 1* 2:ing | 1* 2
both: VP <- 既 VP 又 VP -0.3 | both 2* and 4* | vừa 2* vừa 4*
both-apart: VP <- 既 VP 、 又 VP -0.4 | both 2* and 5* | vừa 2* , vừa 5*
both-nouns-apart: VP <- 既 NP 、 又 是 NP -0.7 | be* both 2 and 6 | vừa là 2 , vừa là 6
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
spending-sum: VP <- vb nsum VP -0.2 | 1* 2 to 3:base | 1* 2 để 3
spending: VP <- vb am VP 0.0 | 1* 2 to 3:base | 1* 2 để 3
popular-with: VP <- 深受 NP 喜爱 -0.8 | be* popular with 2 | được 2 ưa chuộng
affected-by: VP <- 受 NP 影响 -0.6 | be* affected by 2 | chịu ảnh hưởng của 2
meanwhile: VP <- 一边 VP 一边 VP -0.5 | 2* while 4:ing | vừa 2* vừa 4
once: VP <- t vh 一次 -0.6 | 2:*pass 1:adv | được 2 1:adv một lần
ranking: VP <- rk NP 之列 -0.6 | rank* among 2:pl | nằm trong số 2
verb-object-count: VP <- VG QP 0.8 | 1* 2 | 1* 2
verb-object-amount: VP <- VG NP am 0.3 | 1* 3 of 2:bare | 1* 3 2
total-count: VP <- gong VG QP NP -0.3 | 2* a total of 3 4:pl | 2* tổng cộng 3 4
total-amount: VP <- gong VG am -0.2 | 2* a total of 3 | 2* tổng cộng 3
total-amount-of: VP <- gong VG am NP -0.3 | 2* a total of 3 of 4:bare | 2* tổng cộng 3 4
verb-object-rank: VP <- VG NP mo 0.2 | 1* 3 in 2 | 1* 3 2
verb-bare: VP <- VG 1.1 | 1* | 1*
verb-clause: VP <- vc CL 0.4 | 1* that 2 | 1* rằng 2
verb-clause-bare: VP <- vc 0.2 | 1* | 1*
said: vc <- vc 说 -0.3 | 1* | 1*
verb-clause-verb: VP <- vc VP 0.9 | 1* 2:ing | 1* 2
verb-verb: VP <- vv VP -0.05 | 1* 2:to | 1* 2
verb-verb-done: VP <- vv 了 VP 0.2 | 1:*past 3:to | đã 1* 3
expected: VP <- 预计 VP -0.2 | be* expected 2:to | dự kiến 2
gerund-pair: vg <- VG cj vg 0.1 | 1* 2 3* | 1* 2 3*
verb-gerund: VP <- vg VP 0.1 | 1* 2:ing | 1* 2
helping-pair: vo <- VG cj vo 0.1 | 1* 2 3* | 1* 2 3*
verb-object-verb: VP <- vo NP VP 0.1 | 1* 2 3:to | 1* 2 3
please: VP <- 请 VP -0.2 | please 2:base | xin 2
please-not: VP <- 请 不要 VP -0.4 | please do not 3:base | xin đừng 3
finished: VG <- VG 完 0.0 | 1* | 1* xong
measured: VP <- ac am -0.2 | be* 2 1 | 1 2
measured-more: VP <- 比 NP ac am -0.2 | be* 4 3:comp than 2 | 3 hơn 2 4
measured-more-time: VP <- 比 t ac am -0.2 | be* 4 3:comp than 2 | 3 hơn 2 4
dating: VP <- 距今 am -0.5 | be* 2 old | có cách đây 2
dating-from: VP <- 距今 VP -0.3 | 2* | 2*
giving: VP <- vd NP NP 0.6 | 1* 3 to 2 | 1* 3 cho 2
giving-done: VP <- vd 了 NP NP 0.5 | 1:*past 4 to 3 | đã 1* 4 cho 3
better: VP <- 不如 VP -0.3 | had better 2:base | nên 2*
inferior: VP <- 不如 NP -0.1 | be* not as good as 2 | không bằng 2
inferior-in: VP <- 不如 NP AP -0.2 | be* not as 3 as 2 | không 3 bằng 2
oneself: VP <- 自己 VP 0.2 | 2* independently | tự 2*
even-object: VP <- 连 NP 都 VG -0.3 | 4* even 2 | ngay cả 2 cũng 4*
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
phrase-adverb: VP <- i VP 0.9 | 1* 2:to | 1* 2
done: VP <- VP 了 0.1 | 1:*past | đã 1*
prepositional: VP <- PP VP 0.25 | 2* 1 | 2* 1
located: VP <- LP VP 0.7 | 2* 1 | 2* 1
time-verb: VP <- t VP 0.25 | 2* 1:adv | 1:adv 2*
behind: VP <- VP PP 0.9 | 1* 2 | 1* 2
behind-verb: VP <- VG PP 0.6 | 1* 2 | 1* 2
behind-count: VP <- vi QP 0.4 | 1* 2 | 1* 2
behind-amount: VP <- vi am 0.1 | 1* 2 | 1* 2
behind-amount-done: VP <- vi 了 am 0.0 | 1:*past 3 | đã 1* 3
located-verb: VP <- vl PP 0.1 | 1* 2 | 1* 2
having-about: VP <- ab 有 NP -0.1 | have* 1 3 | có 1 3
having-about-do: VP <- ab 有 NP VP -0.1 | have* 1 3 4:ing | có 1 3 4
marking: VP <- vmk NP VP -0.2 | 1* 2 3:ing | 1* 2 3
marking-on: VP <- vmk 着 NP VP -0.2 | 1* 3 4:ing | 1* 3 4
as-soon-as: VP <- 一 VP 就 VP -0.8 | 4* upon 2:ing | vừa 2 đã 4*
by-means: VP <- PP 来 VP -0.8 | 3* 1 | 3* 1
in-order: VP <- ao VP 0.1 | in order 2:to | để 2
for-sake: VP <- PP 而 VP -0.3 | 3* 1 | 3* 1
taking-as-do: VP <- 以 NP 是 NP VP -0.6 | 5* with 2 as 4 | 5* với 4 là 2
growing-into: VP <- 从 NP vgi NP -0.3 | 3* 4 from 2 | 3* 4 từ 2
becoming-quality: VP <- vq AP -0.1 | become* 2 | trở nên 2
having-total: VP <- 共有 NP VP -0.1 | have* a total of 2 3:rel | có tổng cộng 2 3
living-by: VP <- 以 VP 为生 -0.6 | live* by 2:ing | sống bằng nghề 2
famous-for: VP <- 以 NP 著称 -0.6 | be* famous for 2 | nổi tiếng với 2
famous-for-qualities: VP <- 以 QR 著称 -0.8 | be* famous for 2 | nổi tiếng với 2
famous-for-deed: VP <- 以 VP 著称 -0.4 | be* famous for 2:ing | nổi tiếng với 2
depending: VP <- 视 NP 而 定 -0.9 | depend* on 2 | tùy thuộc vào 2
ahead: VP <- 提前 am VP -1.0 | 3* 2 ahead of schedule | 3* trước thời hạn 2
ahead-count: VP <- 提前 QP VP -0.8 | 3* 2 ahead of schedule | 3* trước 2
living-on: VP <- 以 NP 为生 -0.6 | live* on 2 | sống bằng 2
grown: VP <- 从 NP VG 到 NP -0.5 | 3* from 2 to 5 | 3* từ 2 lên 5
nth-time: VP <- mt VP -0.3 | 2* for 1 | 1 2*
exceeding: VP <- mv -0.2 | be* 1 | 1
exceeding-people: VP <- mv 人 -0.3 | be* 1 | 1 người
exceeding-count: VP <- mv q -0.2 | be* 1 | 1 2
doing-more: VP <- 多 VG NP -0.1 | 2* more 3:bare | 2* nhiều 3 hơn
doing-less: VP <- 少 VG NP -0.1 | 2* less 3:bare | 2* ít 3 hơn
dont: VP <- 不要 VP 0.0 | do not 2:base | đừng 2
working-with: VP <- PP 配合 VP -0.5 | work* 1 to 3:base | phối hợp 1 3
to-do: VP <- VP 来 VP -0.1 | 1* to 3:base | 1* để 3
serial: VP <- VP VP 1.6 | 1* and 2* | 1* 2*
verb-pair: VP <- VP cj VP 0.65 | 1* 2 3* | 1* 2 3*
verb-row: VP <- VP 、 VP 0.5 | 1* , 3* | 1* , 3*
received: VP <- 得到 vt 0.0 | 2:*pass | được 2*
received-so: VP <- 得到 d vt 0.0 | 3:*pass 2 | được 3* 2
received-done: VP <- 得到 了 vt 0.0 | 3:*pass | đã được 3*
dispose: VP <- 把 NP VG 0.1 | 3* 2 | 3* 2
dispose-phrase: VP <- 把 NP i -0.2 | let* 2 3:base | để 2 3
dispose-at: VP <- 把 NP VG PP 0.1 | 3* 2 4 | 3* 2 4
dispose-place: VP <- 把 NP VG LP -0.2 | 3* 2 4 | 3* 2 4
dispose-object: VP <- 把 NP VG NP 0.2 | 3* 2 4 | 3* 2 4
dispose-verb: VP <- 把 NP VG VP 0.3 | 3* 2 4:ing | 3* 2 4
dispose-to: VP <- 把 NP VG 到 NP -0.2 | 3* 2 to 5 | 3* 2 đến 5
dispose-to-done: VP <- 把 NP VG 到 了 NP -0.2 | 3:*past 2 to 6 | đã 3* 2 đến 6
dispose-give: VP <- 把 NP VG 给 NP -0.3 | 3* 2 to 5 | 3* 2 cho 5
dispose-give-done: VP <- 把 NP VG 给 了 NP -0.3 | 3:*past 2 to 6 | đã 3* 2 cho 6
dispose-from-to: VP <- 把 NP 从 NP VG 到 NP -0.4 | 5* 2 from 4 to 7 | 5* 2 từ 4 đến 7
dispose-from-object: VP <- 把 NP 从 NP VG NP -0.2 | 5* 2 6 from 4 | 5* 2 6 từ 4
dispose-from-at: VP <- 把 NP 从 NP VG PP -0.3 | 5* 2 from 4 6 | 5* 2 từ 4 6
dispose-into: VP <- 把 NP VG 成 NP -0.2 | 3* 2 into 5 | 3* 2 thành 5
dispose-as: VP <- 把 NP 作为 NP -0.6 | regard* 2 as 4 | coi 2 là 4
dispose-deed: VP <- 把 VP VG NP 0.4 | 3* 2:ing 4 | 3* 2 4
dispose-verb-as: VP <- 把 VP 作为 NP -0.3 | regard* 2:ing as 4 | coi việc 2 là 4
passive-suo: VP <- 为所 NP 所 VG -0.6 | 4:*pass by 2 | được 2 4*
passive-for: VP <- 被 NP 所 VG 0.0 | 4:*pass by 2 | bị 2 4*
passive-become: VP <- 被 VG 成 NP -0.2 | 2:*pass into 4 | được 2* thành 4
passive: VP <- 被 VG 0.1 | 2:*pass | được 2*
passive-to: VP <- 被 VG 到 NP 0.0 | 2:*pass to 4 | được 2* đến 4
passive-believed: VP <- 被 vc VP -0.3 | 2:*pass to 3:base | được 2* 3
thought: VP <- bth VP -0.3 | 1* 2:to | 1* 2
passive-into-do: VP <- 被 VG NP VP 0.1 | 2:*pass 3 to 4:base | được 2* 3 để 4
passive-do: VP <- 被 VG VP 0.45 | 2:*pass to 3:base | được 2* 3
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
first-ever: VP <- 是 HS 首次 VP -0.8 | be* the first time 2 to 4:base | là lần đầu tiên 2 4
copula-clause: VP <- 是 CL 1.2 | 1* that 2 | 1* 2
copula-quality: VP <- 是 AP 的 0.3 | 1* 2 | 1* 2
quality: VP <- AP 0.7 | be* 1 | 1
phrase: VP <- i 0.3 | 1* | 1*
"""
