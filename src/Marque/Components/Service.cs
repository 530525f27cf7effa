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
