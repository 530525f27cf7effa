namespace Marque.Versions.Ranges;

/// <summary>Intervals in brackets: Maven ("Dependency version requirement specification") and NuGet ("Version ranges").</summary>
internal static class BracketTerms
{
    internal static void Maven(RangeReader reader, string text) => Read(reader, text, VersComparator.Equal);

    internal static void NuGet(RangeReader reader, string text) => Read(reader, text, VersComparator.GreaterOrEqual);

    private static void Read(RangeReader reader, string text, VersComparator bare)
    {
        var rest = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).AsSpan();
        if (rest.IsEmpty) reader.Fail("there is no range");
        while (!rest.IsEmpty && reader.Problem.Length == 0)
        {
            if (rest[0] is not ('[' or '('))
            {
                Bare(reader, Runs.Until(ref rest, ',').ToString(), bare);
                continue;
            }
            var end = rest.IndexOfAny(']', ')');
            if (end < 0)
            {
                reader.Fail("an interval ends with ] or )");
                return;
            }
            Interval(reader, rest[1..end].ToString(), rest[0] == '[', rest[end] == ']');
            rest = rest[(end + 1)..];
            if (!rest.IsEmpty && !Runs.Take(ref rest, ',')) reader.Fail("a comma stands between intervals");
        }
    }

    private static void Bare(RangeReader reader, string version, VersComparator comparator)
    {
        if (Numbers.TryRead(version, 4, out var numbers) && numbers.IsWild)
        {
            // NuGet's floating versions: the highest that begins so.
            if (numbers.Parts.Count > 0) reader.And(reader.Begin(), numbers.Padded(numbers.Parts.Count), numbers.Next(numbers.Parts.Count - 1));
            else reader.Begin();
            return;
        }
        reader.And(reader.Begin(), comparator, version);
    }

    private static void Interval(RangeReader reader, string inside, bool fromIncluded, bool toIncluded)
    {
        var target = reader.Begin();
        var comma = inside.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
        {
            if (fromIncluded && toIncluded) reader.And(target, VersComparator.Equal, inside);
            else reader.Fail("a single version stands in square brackets");
            return;
        }
        string from = inside[..comma], to = inside[(comma + 1)..];
        if (from.Length > 0) reader.And(target, fromIncluded ? VersComparator.GreaterOrEqual : VersComparator.Greater, from);
        if (to.Length > 0) reader.And(target, toIncluded ? VersComparator.LessOrEqual : VersComparator.Less, to);
    }
}
