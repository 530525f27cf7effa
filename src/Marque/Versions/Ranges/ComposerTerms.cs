namespace Marque.Versions.Ranges;

/// <summary>Constraints of Composer (getcomposer.org, "Versions and constraints").</summary>
internal static class ComposerTerms
{
    internal static void Read(RangeReader reader, string text)
    {
        var hyphen = text.IndexOf(" - ", StringComparison.Ordinal);
        if (hyphen < 0)
        {
            reader.Comparators(text, Term);
            return;
        }
        var target = reader.Begin();
        string from = text[..hyphen].Trim(), to = text[(hyphen + 3)..].Trim();
        reader.And(target, VersComparator.GreaterOrEqual, from);
        // A partial end stands for everything that begins so.
        if (Numbers.TryRead(to, 4, out var end) && end.Parts.Count is 1 or 2 && end.Rest.Length == 0) reader.And(target, VersComparator.Less, end.Next(end.Parts.Count - 1));
        else reader.And(target, VersComparator.LessOrEqual, to);
    }

    private static void Term(RangeReader reader, Alternative target, string sign, string version)
    {
        if (version.IndexOf('@', StringComparison.Ordinal) is var flag and >= 0) version = version[..flag];
        var numbered = Numbers.TryRead(version, 4, out var numbers);
        var count = numbered ? numbers.Parts.Count : 0;
        switch (sign)
        {
            case "" when version.Length == 0:
            case "" or "=" or "==" when numbered && count == 0:
                break;
            case "" or "=" or "==" when numbered && numbers.IsWild:
                reader.And(target, numbers.Padded(count), numbers.Next(count - 1));
                break;
            case "~" when count > 0:
                reader.And(target, version, numbers.Next(Math.Max(0, count - 2)));
                break;
            case "^" when count > 0:
                reader.And(target, version, numbers.Next(Math.Min(numbers.FirstNonZero, 2)));
                break;
            default:
                PlainTerms.Term(reader, target, sign, version);
                break;
        }
    }
}
