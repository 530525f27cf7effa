namespace Marque.Versions.Ranges;

/// <summary>Notations that know signs and versions only: dependencies of Debian, RPM, Alpine, Arch, R, and of Go in advisories.</summary>
internal static class PlainTerms
{
    internal static void Read(RangeReader reader, string text) => reader.Comparators(text, Term);

    internal static void WithNames(RangeReader reader, string text) => reader.Comparators(text, Term, names: true);

    internal static void Go(RangeReader reader, string text) => reader.Comparators(text, static (r, t, sign, version) => Term(r, t, sign, version.TrimStart('v')));

    internal static void Term(RangeReader reader, Alternative target, string sign, string version)
    {
        if (sign is "~" or "=~" or "~=" && Numbers.TryRead(version, 32, out var numbers) && numbers.Parts.Count > 0)
        {
            // apk: whatever begins so.
            reader.And(target, version, numbers.Next(numbers.Parts.Count - 1));
            return;
        }
        if (sign is not ("" or "=" or "==" or "===" or "<" or "<<" or "<=" or "=<" or ">" or ">>" or ">=" or "=>" or "!=" or "<>"))
            reader.Fail($"'{sign}' is no sign of this notation");
        else if (!(sign.Length == 0 && version is "*")) reader.And(target, NodeTerms.Comparator(sign), version);
    }
}
