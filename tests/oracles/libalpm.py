# Pairs of versions, parted by a tab, one a line: -1, 0 or 1 by libalpm.
import ctypes
import ctypes.util
import sys

compare = ctypes.CDLL(ctypes.util.find_library("alpm") or "libalpm.so.13").alpm_pkg_vercmp
compare.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
for line in sys.stdin:
    a, b = (v.encode() for v in line.rstrip("\n").split("\t"))
    order = compare(a, b)
    print((order > 0) - (order < 0))
