namespace Marque.Versions.Ranges;

/// <summary>Requirements of RubyGems (<c>Gem::Requirement</c>).</summary>
internal static class GemTerms
{
    internal static void Read(RangeReader reader, string text) => reader.Comparators(text, static (r, t, sign, version) =>
    {
        if (sign == "~>") r.And(t, version, Bump(version));
        else PlainTerms.Term(r, t, sign, version);
    });

    // Gem::Version#bump: without what is no number, and without the last number, one greater.
    private static string Bump(string version)
    {
        var parts = version.Replace("-", ".pre.", StringComparison.Ordinal).Split('.').TakeWhile(p => Runs.IsNumber(p)).ToList();
        if (parts.Count == 0) return "";
        return new Numbers(parts, "", false).Next(Math.Max(0, parts.Count - 2));
    }
}
