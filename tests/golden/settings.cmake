# How far a picture may be from its baseline, for all cases: a channel that differs by more than `golden_tolerance` (of
# 255) fails its pixel, and at most `golden_allowed` pixels of a picture may fail. Processors with SSE2 alone and with
# AVX2 differ by 3; a place name that is gone or has moved is more than a hundred pixels.
set(golden_tolerance 10)
set(golden_allowed 60)

# What every case is drawn with; the case's own options come behind it and win.
set(golden_options --size 512x288)
