namespace Marque.Versions.Ranges;

/// <summary>Ranges as ecosystems write them, made into VERS.</summary>
internal static class NativeRange
{
    private const int MaxLength = 1 << 16;

    // More than any real range has, and few enough that joining them stays quick.
    internal const int MaxAlternatives = 1000;

    internal static Vers? Read(string type, string range, out string problem)
    {
        var scheme = VersTypes.Scheme(type);
        var reader = new RangeReader(scheme);
        if (scheme == VersionScheme.Unknown) reader.Fail($"the notation of '{type}' is not known");
        else if (range.Length > MaxLength) reader.Fail($"longer than {MaxLength} characters");
        else
            foreach (var part in Split(type, range))
            {
                if (reader.Alternatives.Count > MaxAlternatives) reader.Fail($"more than {MaxAlternatives} alternatives");
                if (reader.Problem.Length == 0) One(type, reader, part);
            }
        problem = reader.Problem;
        if (problem.Length > 0) return null;
        if (RangeUnion.Constraints(scheme, reader.Alternatives) is { } constraints) return new(type, constraints);
        problem = "no version can be in this range";
        return null;
    }

    private static string[] Split(string type, string range)
    {
        switch (type)
        {
            case "maven" or "nuget":
                return [range];
            case "nginx" or "openssl":
                return range.Split(',');
            case "hex":
                return range.Split(" or ");
            case "composer":
                return range.Replace("||", "|", StringComparison.Ordinal).Split('|');
            case "conan":
                // Options follow the first comma.
                return range.Split(',')[0].Split("||");
            default:
                return range.Split("||");
        }
    }

    private static void One(string type, RangeReader reader, string text)
    {
        Action<RangeReader, string> read = type switch
        {
            "npm" or "semver" or "github" or "githubactions" or "swift" or "vscode-extension" or "bitnami" => NodeTerms.Npm,
            "cargo" => NodeTerms.Cargo,
            "pub" or "dart" or "julia" => NodeTerms.Pub,
            "hex" => NodeTerms.Hex,
            "golang" or "go" => PlainTerms.Go,
            "pypi" => PyPITerms.Read,
            "gem" => GemTerms.Read,
            "composer" => ComposerTerms.Read,
            "maven" => BracketTerms.Maven,
            "nuget" => BracketTerms.NuGet,
            "conan" => ConanTerms.Read,
            "nginx" => NginxTerms.Read,
            "hackage" => HackageTerms.Read,
            "deb" or "debian" or "ubuntu" or "rpm" or "apk" or "alpine" or "alpm" or "arch" or "archlinux" or "cran" or "bioconductor" => PlainTerms.WithNames,
            _ => PlainTerms.Read,
        };
        read(reader, text);
    }
}
