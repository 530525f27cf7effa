namespace Marque.Components;

/// <summary>A service that the product uses (CycloneDX, services); what is not given is empty.</summary>
/// <param name="Ref">Its reference in the file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Group">Its group.</param>
/// <param name="Provider">Who runs it; null when not said.</param>
/// <param name="Endpoints">Its addresses.</param>
/// <param name="Parent">The service it stands in, by index; -1 for none.</param>
/// <param name="Line">Where it begins, from 1.</param>
public sealed record Service(string Ref, string Name, string Version, string Group, Party? Provider, IReadOnlyList<string> Endpoints, int Parent, int Line);

/// <summary>What the file says of the completeness of a part of itself (CycloneDX, compositions; SPDX 3.0, completeness of a relationship).</summary>
/// <param name="Aggregate">The word of CycloneDX: <c>complete</c>, <c>incomplete</c>, <c>incomplete_first_party_only</c>, <c>unknown</c>, <c>not_specified</c> ...</param>
/// <param name="Assemblies">References whose nested components it is about.</param>
/// <param name="Dependencies">References whose dependencies it is about.</param>
/// <param name="Line">Where it begins, from 1.</param>
public sealed record Composition(string Aggregate, IReadOnlyList<string> Assemblies, IReadOnlyList<string> Dependencies, int Line);
