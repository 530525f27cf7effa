namespace Marque.Components.Checks;

/// <summary>Checks of what every component has.</summary>
internal static class QualityComponents
{
    private const string NotOfSpdx2 = "it is asked of CycloneDX and SPDX 3, and this file is SPDX 2";
    private const string NotOfSpdx3 = "where SPDX 3 says it is not known here";
    private const string OnlyPurposes = "a purpose of SPDX 3 says that something is one, and nothing says that it is none";
    private const Has OfSpdx3 = Has.FileName | Has.Executable | Has.Archive | Has.Structured | Has.DeployableHash;

    public static QualityFinding Of(QualityFields seen, QualityRule rule)
    {
        var (asked, unclear) = Asked(rule);
        if (asked == Has.Nothing) throw new InvalidOperationException($"no predicate '{rule.Test}' ({rule.Id})");
        if (IsOfCycloneDx(asked) && seen.Sbom.Format.Family() != "CycloneDX" && (seen.Sbom.Format != SbomFormat.Spdx3Json || (asked & OfSpdx3) == Has.Nothing))
        {
            return QualityFinding.Unknown(seen.Sbom.Format == SbomFormat.Spdx3Json ? NotOfSpdx3 : NotOfSpdx2);
        }

        if (asked is Has.LicenceConcluded or Has.LicenceDeclared) return Licences(seen, asked, asked == Has.LicenceConcluded ? Has.OtherConcluded : Has.OtherDeclared, unclear);
        return Count(seen, asked, unclear);
    }

    // A licence that is named otherwise is not none: it is told what is wrong with it, and those come first.
    private static QualityFinding Licences(QualityFields seen, Has asked, Has other, string unclear)
    {
        var counted = Count(seen, asked, unclear);
        var otherwise = Enumerable.Range(0, seen.Count).Where(i => (seen[i] & asked) == Has.Nothing && (seen.Maybe(i) & asked) == Has.Nothing && (seen[i] & other) != Has.Nothing).ToList();
        if (otherwise.Count == 0) return counted;
        var maybe = Enumerable.Range(0, seen.Count).Count(i => (seen.Maybe(i) & asked) != Has.Nothing);
        var none = counted.Failing - maybe - otherwise.Count;
        var because = $"{Some(otherwise.Count, seen.Count)} {(otherwise.Count == 1 ? "names one that is" : "name one that is")} no SPDX identifier or expression{(none > 0 ? $"; {none} {(none == 1 ? "has" : "have")} none" : "")}{(maybe > 0 ? $"; {maybe} more: {unclear}" : "")}";
        return counted with { Because = because, Examples = [.. otherwise.Take(Quality.MostExamples).Select(seen.LicenceExample)] };
    }

    /// <summary>How many of all components have something, with the first that do not.</summary>
    /// <param name="seen">The components.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="unclear">Why it is not clear whether some have it.</param>
    public static QualityFinding Count(QualityFields seen, Has asked, string unclear)
    {
        var (without, maybe) = (0, 0);
        var examples = new List<QualityExample>();
        var doubtful = new List<QualityExample>();
        for (var i = 0; i < seen.Count; i++)
        {
            if ((seen[i] & asked) != Has.Nothing) continue;
            var isMaybe = (seen.Maybe(i) & asked) != Has.Nothing;
            if (isMaybe) maybe++;
            else without++;
            var list = isMaybe ? doubtful : examples;
            if (list.Count < Quality.MostExamples) list.Add(seen.Example(i));
        }

        return Finding(seen.Count, without, maybe, unclear, without > 0 ? examples : doubtful);
    }

    /// <summary>The outcome of a count.</summary>
    public static QualityFinding Finding(int of, int without, int maybe, string unclear, IReadOnlyList<QualityExample> examples)
    {
        var result = of == 0 ? QualityResult.Unknown : without > 0 ? QualityResult.NotMet : maybe > 0 ? QualityResult.Unknown : QualityResult.Met;
        var because = (of, without, maybe) switch
        {
            (0, _, _) => "the file lists no component",
            (_, 0, 0) => of == 1 ? "the only component has it" : $"all {of} components have it",
            (_, 0, _) => $"{Some(maybe, of)}: {unclear}",
            (_, _, 0) => $"{Some(without, of)} {(without == 1 ? "has" : "have")} none",
            _ => $"{Some(without, of)} {(without == 1 ? "has" : "have")} none; {maybe} more: {unclear}",
        };
        return new QualityFinding(result, because, of, without + maybe) { Examples = examples };
    }

    public static string Some(int some, int of) => of == 1 ? "the only component" : some == of ? $"all {of} components" : $"{some} of {of} components";

    private static bool IsOfCycloneDx(Has asked) => (asked & (Has.FileName | Has.Executable | Has.Archive | Has.Structured | Has.EffectiveLicence | Has.SourceUri | Has.DeployableUri | Has.DeployableHash | Has.SourceHash | Has.SecurityTxt)) != Has.Nothing;

    private static (Has Asked, string Unclear) Asked(QualityRule rule) => (rule.Test, rule.Parameter) switch
    {
        ("name", _) => (Has.Name, ""),
        ("version", _) => (Has.Version, ""),
        ("identifier", _) => (Has.Identifier, ""),
        ("supplier", _) => (Has.Supplier, ""),
        ("producer", _) => (Has.Producer, "only a supplier or publisher is named, which need not be who made it; published mappings disagree"),
        ("component-creator", _) => (Has.Creator, "only a supplier or author can be reached; the guideline maps the creator to the manufacturer"),
        ("hash", _) => (Has.Hash, ""),
        ("licence", _) => (Has.Licence, "only a concluded licence is named; published mappings disagree"),
        ("licence-concluded", _) => (Has.LicenceConcluded, "a licence is named, but not whether it is concluded or declared"),
        ("licence-declared", _) => (Has.LicenceDeclared, "a licence is named, but not whether it is concluded or declared"),
        ("filename", _) => (Has.FileName, "the name of the file stands with its path"),
        ("property", "bsi:component:executable") => (Has.Executable, OnlyPurposes),
        ("property", "bsi:component:archive") => (Has.Archive, OnlyPurposes),
        ("property", "bsi:component:structured") => (Has.Structured, "no purpose of SPDX 3 says it in so many words"),
        ("property", "bsi:component:effectiveLicense") => (Has.EffectiveLicence, ""),
        ("reference", "source-distribution") => (Has.SourceUri, ""),
        ("reference", "distribution") => (Has.DeployableUri, ""),
        ("reference", "rfc-9116") => (Has.SecurityTxt, ""),
        ("hash-deployable", _) => (Has.DeployableHash, "a SHA-512 stands at the component, not at its distribution, where the guideline maps it to"),
        ("reference-hash", _) => (Has.SourceHash, ""),
        _ => (Has.Nothing, ""),
    };
}
