namespace Marque.Advisories;

/// <summary>What matching a bill of materials gave.</summary>
/// <param name="Components">How many components were looked for.</param>
/// <param name="Told">Those of which there is something to tell, in file order: something was found, or it cannot be told whether.</param>
public sealed record MatchedSbom(int Components, IReadOnlyList<MatchedComponent> Told);

/// <summary>A component of which there is something to tell.</summary>
/// <param name="Sought">How it was looked for.</param>
/// <param name="Match">What was found; null when it could not be looked for.</param>
public sealed record MatchedComponent(SoughtComponent Sought, ComponentMatch? Match);
