namespace Marque.Versions.Ranges;

/// <summary>An end of an interval.</summary>
internal readonly record struct Bound(string Version, bool Inclusive);
