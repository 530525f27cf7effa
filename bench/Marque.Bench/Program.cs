using Marque.Bench;

// Prints ratios against the physical floor measured in the same run; see README.md one folder up.
var smoke = args.Contains("--smoke", StringComparer.Ordinal);
var which = args.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).ToArray();
if (which is ["sbom-memory", var name, var components])
{
    ReadingSboms.Memory(name, int.Parse(components, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}

if (which.Length == 0 || which.Contains("assess", StringComparer.Ordinal)) Assessing.Run(smoke);
if (which.Length == 0 || which.Contains("start", StringComparer.Ordinal)) Starting.Run(smoke);
if (which.Length == 0 || which.Contains("facts", StringComparer.Ordinal)) CheckingFacts.Run(smoke);
if (which.Length == 0 || which.Contains("conformance", StringComparer.Ordinal)) CheckingConformance.Run(smoke);
if (which.Length == 0 || which.Contains("report", StringComparer.Ordinal)) OpeningReports.Run(smoke);
if (which.Length == 0 || which.Contains("documents", StringComparer.Ordinal)) MakingDocuments.Run(smoke);
if (which.Length == 0 || which.Contains("identifiers", StringComparer.Ordinal)) ReadingIdentifiers.Run(smoke);
if (which.Length == 0 || which.Contains("advisories", StringComparer.Ordinal)) ImportingAdvisories.Run(smoke);
if (which.Length == 0 || which.Contains("match", StringComparer.Ordinal)) MatchingComponents.Run(smoke);
if (which.Length == 0 || which.Contains("triage", StringComparer.Ordinal)) Triaging.Run(smoke);
if (which.Length == 0 || which.Contains("versions", StringComparer.Ordinal)) ComparingVersions.Run(smoke);
if (which.Length == 0 || which.Contains("portfolio", StringComparer.Ordinal)) Portfolio.Run(smoke);
if (which.Contains("portfolio-large", StringComparer.Ordinal)) Portfolio.Run(smoke, large: true);
if (which.Length == 0 || which.Contains("import", StringComparer.Ordinal)) ImportingFeeds.Run(smoke);
if (which.Length == 0 || which.Contains("scan", StringComparer.Ordinal)) Scanning.Run(smoke);
if (which.Length == 0 || which.Contains("sbom", StringComparer.Ordinal)) ReadingSboms.Run(smoke);
return 0;
