namespace Marque.Versions.Ranges;

/// <summary>Versions in the security advisories of nginx: single ones, spans with a hyphen, and a plus sign for everything later in a stable branch or on the mainline.</summary>
internal static class NginxTerms
{
    internal static void Read(RangeReader reader, string text)
    {
        text = text.Trim();
        if (text == "none") return;
        var target = reader.Begin();
        if (text == "all") return;
        if (text.Split('-', StringSplitOptions.TrimEntries) is [var from, var to])
        {
            reader.And(target, VersComparator.GreaterOrEqual, from);
            reader.And(target, VersComparator.LessOrEqual, to);
            return;
        }
        var version = text.TrimEnd('+').TrimEnd();
        reader.And(target, text.EndsWith('+') ? VersComparator.GreaterOrEqual : VersComparator.Equal, version);
        // An even second number marks a stable branch, which ends where the next one begins.
        if (text.EndsWith('+') && Numbers.TryRead(version, 3, out var numbers) && numbers.Parts.Count > 1 && (numbers.Parts[1][^1] - '0') % 2 == 0)
            reader.And(target, VersComparator.Less, numbers.Next(1, 3));
    }
}
