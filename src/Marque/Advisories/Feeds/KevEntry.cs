using NodaTime;

namespace Marque.Advisories.Feeds;

/// <summary>An entry of CISA's catalogue of known exploited vulnerabilities.</summary>
/// <param name="Cve">The vulnerability.</param>
/// <param name="Vendor">Vendor or project.</param>
/// <param name="Product">The product.</param>
/// <param name="Name">What the catalogue calls it.</param>
/// <param name="Added">The day it entered the catalogue.</param>
/// <param name="Due">The day by which US agencies must act; null when not stated.</param>
/// <param name="Ransomware">Whether ransomware campaigns are known to use it.</param>
/// <param name="RequiredAction">What they must do.</param>
/// <param name="Description">One or two sentences.</param>
/// <param name="Notes">Notes, mostly addresses.</param>
/// <param name="Cwes">Weaknesses, <c>CWE-79</c>.</param>
public sealed record KevEntry(string Cve, string Vendor, string Product, string Name, LocalDate Added, LocalDate? Due, bool Ransomware, string RequiredAction, string Description, string Notes, IReadOnlyList<string> Cwes);
