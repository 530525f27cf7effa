# Pairs of versions, parted by a tab, one a line: -1, 0 or 1 by librpm, x where one is no version.
import sys
import rpm


def parts(text):
    epoch, colon, rest = text.partition(":")
    if not (colon and epoch.isdigit()):
        epoch, rest = "0", text
    version, hyphen, release = rest.partition("-")
    return epoch, version, release if hyphen else None


for line in sys.stdin:
    a, b = (parts(v) for v in line.rstrip("\n").split("\t"))
    try:
        print(rpm.labelCompare(a, b))
    except ValueError:
        print("x")
