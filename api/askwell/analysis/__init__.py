"""Analysis: what answers say together, and nothing about anybody.

Everything here reads settled, understood submissions only. `summarizing` counts per question; `suppressing` decides
which counts of an anonymous round may be seen, so that no number below k can be read, nor worked out from its
neighbours. Confidential rounds are read by those who promised not to tell, and nothing is hidden from them.
Leaders have no way in here: what they will see are releases.
"""
