"""Analysis: what answers say together, and nothing about anybody.

Everything here reads settled, understood submissions only. `summarizing` counts per question; `suppressing` decides
which counts may be seen, so that no number below k can be read, nor worked out from its neighbours; `rounding` says
means coarsely. The same holds in every mode: confidential rounds differ in that each interview counts at once.
Leaders have no way in here: what they will see are releases.
"""
