namespace Marque.Versions.Ranges;

/// <summary>Version ranges of Conan 2 ("Version ranges"): a trailing hyphen stands for the first pre-release.</summary>
internal static class ConanTerms
{
    internal static void Read(RangeReader reader, string text)
    {
        if (text.Trim() is "" or "*" or "*-") reader.And(reader.Begin(), VersComparator.GreaterOrEqual, "0.0.0");
        else reader.Comparators(text, Term);
    }

    private static void Term(RangeReader reader, Alternative target, string sign, string version)
    {
        version = version.TrimEnd('-');
        var numbered = Numbers.TryRead(version, 64, out var numbers) && numbers.Parts.Count > 0 && !numbers.IsWild;
        if (sign == "~" && numbered) reader.And(target, version, numbers.Next(Math.Min(1, numbers.Parts.Count - 1)) + "-");
        else if (sign == "^" && numbered) reader.And(target, version, numbers.Next(numbers.FirstNonZero) + "-");
        else if (version is "*" or "" && sign.Length == 0) reader.And(target, VersComparator.GreaterOrEqual, "0.0.0");
        else if (sign is "" or "=" or "<" or "<=" or ">" or ">=") reader.And(target, NodeTerms.Comparator(sign), version);
        else reader.Fail($"'{sign}{version}' is no range of Conan");
    }
}
