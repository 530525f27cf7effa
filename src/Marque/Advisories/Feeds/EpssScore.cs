namespace Marque.Advisories.Feeds;

/// <summary>A score of FIRST's Exploit Prediction Scoring System.</summary>
/// <param name="Cve">The vulnerability.</param>
/// <param name="Score">The probability of exploitation within 30 days, 0 to 1.</param>
/// <param name="Percentile">The part of all vulnerabilities that score no higher, 0 to 1.</param>
public readonly record struct EpssScore(string Cve, double Score, double Percentile);
