namespace Marque.Versions.Schemes;

/// <summary>Versions of Go modules (golang.org/x/mod/semver: pseudo-versions and <c>+incompatible</c> are ordinary there) and of Go itself (go/version: <c>go1.21rc2</c>).</summary>
internal static class Go
{
    internal static bool IsVersion(ReadOnlySpan<char> text) => SemVer.IsVersion(Module(text));

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        SemVer.Split(Module(a), out var coreA, out var preA, out _);
        SemVer.Split(Module(b), out var coreB, out var preB, out _);
        if (Runs.DottedNumbers(coreA, coreB) is var order and not 0) return order;
        // Of Go itself: "rc2" and "rc.2" are the same candidate, and "rc10" comes after both.
        if (Candidate(preA, out var kindA, out var numberA) && Candidate(preB, out var kindB, out var numberB))
            return kindA.SequenceCompareTo(kindB) is var kind and not 0 ? kind : Runs.Numbers(numberA, numberB);
        return SemVer.PreReleases(preA, preB);
    }

    private static ReadOnlySpan<char> Module(ReadOnlySpan<char> text) => text.StartsWith("go") ? text[2..] : text;

    private static bool Candidate(ReadOnlySpan<char> pre, out ReadOnlySpan<char> kind, out ReadOnlySpan<char> number)
    {
        kind = Runs.Letters(ref pre);
        Runs.Take(ref pre, '.');
        number = Runs.Digits(ref pre);
        return kind is "rc" or "beta" && !number.IsEmpty && pre.IsEmpty;
    }
}
