namespace Marque.Versions.Ranges;

/// <summary>Version constraints of Cabal (Cabal user guide, "build-depends").</summary>
internal static class HackageTerms
{
    internal static void Read(RangeReader reader, string text)
    {
        if (text.Trim() is "-any") reader.Begin();
        else reader.Comparators(text, Term);
    }

    private static void Term(RangeReader reader, Alternative target, string sign, string version)
    {
        var numbered = Numbers.TryRead(version, 64, out var numbers) && numbers.Parts.Count > 0;
        if (sign == "==" && numbered && numbers.IsWild) reader.And(target, numbers.Padded(numbers.Parts.Count), numbers.Next(numbers.Parts.Count - 1));
        // The major version is the first two numbers.
        else if (sign == "^>=" && numbered) reader.And(target, version, numbers.Parts.Count > 1 ? numbers.Next(1) : $"{numbers.Parts[0]}.1");
        else PlainTerms.Term(reader, target, sign, version);
    }
}
