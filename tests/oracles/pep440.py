# Pairs of versions, parted by a tab, one a line: -1, 0 or 1 by the packaging library, x where one is no version.
import sys
from packaging.version import InvalidVersion, Version

for line in sys.stdin:
    try:
        a, b = (Version(v) for v in line.rstrip("\n").split("\t"))
        print((a > b) - (a < b))
    except InvalidVersion:
        print("x")
